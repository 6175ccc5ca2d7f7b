using System.Security.Cryptography;
using System.Text;

namespace Kube.ApiServer.Authentication;

/// <summary>Bearer tokens from a static file: <c>token,user,uid,"group1,group2"</c> per line. Tokens are compared by hash; they are meant for this server.</summary>
internal sealed class TokenFileAuthenticator : ITokenAuthenticator
{
    private readonly Dictionary<string, UserInfo> _users = new(StringComparer.Ordinal);

    private readonly IReadOnlyList<string> _audiences;

    public TokenFileAuthenticator(IEnumerable<string> lines, IReadOnlyList<string> audiences)
    {
        _audiences = audiences;
        foreach (var line in lines.Where(l => !string.IsNullOrWhiteSpace(l) && l.TrimStart()[0] != '#'))
        {
            var cells = SplitCsv(line);
            if (cells.Count < 3 || cells[0].Length == 0 || cells[1].Length == 0)
            {
                throw new FormatException("a line of the token file must be: token,user name,user uid[,\"group1,group2\"]");
            }

            var groups = cells.Count > 3 ? cells[3].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [];
            _users[Hash(cells[0])] = new UserInfo(cells[1], cells[2], [.. groups, UserInfo.AuthenticatedGroup]);
        }
    }

    public ValueTask<TokenIdentity?> AuthenticateAsync(string token, IReadOnlyList<string> audiences, CancellationToken cancel)
    {
        var common = audiences.Intersect(_audiences).ToList();
        return new(common.Count > 0 && _users.TryGetValue(Hash(token), out var user) ? new TokenIdentity(user, common) : null);
    }

    private static string Hash(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private static List<string> SplitCsv(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var c in line.Trim())
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }

        cells.Add(cell.ToString().Trim());
        return cells;
    }
}
