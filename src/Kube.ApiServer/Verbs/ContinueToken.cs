using System.Globalization;
using System.Text;
using Kube.ApiServer.Errors;

namespace Kube.ApiServer.Verbs;

/// <summary>Where a list goes on: the revision it is read at and the last key that was given. Opaque to clients.</summary>
/// <param name="Revision">The revision; -1 for an inconsistent rest, read at whatever is current.</param>
/// <param name="LastKey">The last key given, without the prefix of the list.</param>
internal sealed record ContinueToken(long Revision, string LastKey)
{
    private const string Version = "v1";

    public override string ToString() => Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Version}\n{Revision}\n{LastKey}")))
        .TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public static ContinueToken Parse(string text)
    {
        try
        {
            var base64 = text.Replace('-', '+').Replace('_', '/');
            var parts = Encoding.UTF8.GetString(Convert.FromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='))).Split('\n');
            if (parts is [Version, var revision, { Length: > 0 } key] && !key.Contains("..", StringComparison.Ordinal)
                && long.Parse(revision, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) is not 0 and var at)
            {
                return new ContinueToken(at, key);
            }
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            throw NotValid();
        }

        throw NotValid();
    }

    private static ApiError NotValid() => Failure.BadRequest("invalid continue token: continue key is not valid: encoded in an unknown form");
}
