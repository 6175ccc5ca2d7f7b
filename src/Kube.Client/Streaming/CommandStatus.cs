using System.Globalization;
using System.Text;
using System.Text.Json;
using Kube.Api;
using Kube.Api.Meta.V1;

namespace Kube.Client.Streaming;

/// <summary>How a remote command ended, in the words of the protocols. Pure.</summary>
public static class CommandStatus
{
    private const string NonZeroExitCode = "NonZeroExitCode";
    private const string ExitCodeCause = "ExitCode";

    /// <summary>It ended with an exit code.</summary>
    public static Status Exited(int code) => code == 0 ? Succeeded() : new Status
    {
        Metadata = new ListMeta(),
        Result = "Failure",
        Message = $"command terminated with non-zero exit code: exit code {code}",
        Reason = NonZeroExitCode,
        Details = new StatusDetails { Causes = [new StatusCause { Reason = ExitCodeCause, Message = code.ToString(CultureInfo.InvariantCulture) }] },
    };

    /// <summary>It could not be run, or not to its end.</summary>
    public static Status Failed(string message) => new()
    {
        Metadata = new ListMeta(),
        Result = "Failure",
        Message = $"Internal error occurred: {message}",
        Reason = StatusReason.InternalError,
        Details = new StatusDetails { Causes = [new StatusCause { Message = message }] },
        Code = 500,
    };

    /// <summary>The exit code a status tells; 0 for success; null where the command did not run to its end.</summary>
    public static int? ExitCode(Status status)
    {
        if (status.Result == "Success")
        {
            return 0;
        }

        var cause = status.Reason == NonZeroExitCode ? status.Details?.Causes?.Find(c => c.Reason == ExitCodeCause) : null;
        return int.TryParse(cause?.Message, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code) ? code : null;
    }

    /// <summary>What goes over the error channel; nothing for a success in the older protocols.</summary>
    internal static byte[] ToMessage(Status status, string protocol) =>
        StreamProtocols.HasStatus(protocol) ? ApiJson.Serialize(status)
        : status.Result == "Success" ? []
        : Encoding.UTF8.GetBytes(status.Message ?? "");

    /// <summary>Reads back what came over the error channel.</summary>
    internal static Status FromMessage(ReadOnlySpan<byte> message, string protocol)
    {
        if (message.IsEmpty)
        {
            return Succeeded();
        }

        try
        {
            if (StreamProtocols.HasStatus(protocol) && message[0] == '{')
            {
                return ApiJson.Deserialize<Status>(message.ToArray());
            }
        }
        catch (JsonException)
        {
            // Not what it looked like: taken as text.
        }

        return new Status { Result = "Failure", Message = Encoding.UTF8.GetString(message), Reason = StatusReason.InternalError };
    }

    private static Status Succeeded() => new() { Metadata = new ListMeta(), Result = "Success" };
}
