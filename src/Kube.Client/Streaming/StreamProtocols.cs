namespace Kube.Client.Streaming;

/// <summary>Names of the streaming protocols, as they are negotiated.</summary>
public static class StreamProtocols
{
    /// <summary>The Upgrade header of WebSocket.</summary>
    public const string WebSocket = "websocket";

    /// <summary>The Upgrade header of SPDY.</summary>
    public const string Spdy = "SPDY/3.1";

    /// <summary>Where SPDY's sub-protocols are negotiated.</summary>
    public const string VersionHeader = "X-Stream-Protocol-Version";

    /// <summary>Commands with half-close; WebSocket only.</summary>
    public const string V5 = "v5.channel.k8s.io";

    /// <summary>Commands whose end is a Status with the exit code.</summary>
    public const string V4 = "v4.channel.k8s.io";

    /// <summary>Commands on a terminal that can be resized; the end is a line of text.</summary>
    public const string V3 = "v3.channel.k8s.io";

    /// <summary>Commands; the end is a line of text.</summary>
    public const string V2 = "v2.channel.k8s.io";

    /// <summary>The oldest form.</summary>
    public const string V1 = "channel.k8s.io";

    /// <summary><see cref="V4"/> in text messages, for browsers of old.</summary>
    public const string V4Base64 = "v4.base64.channel.k8s.io";

    /// <summary><see cref="V1"/> in text messages.</summary>
    public const string V1Base64 = "base64.channel.k8s.io";

    /// <summary>Port forwarding: pairs of streams over SPDY.</summary>
    public const string PortForward = "portforward.k8s.io";

    /// <summary>Port forwarding over SPDY inside the binary messages of a WebSocket.</summary>
    public const string PortForwardTunnel = "SPDY/3.1+portforward.k8s.io";

    /// <summary>Header of a stream that says what it carries.</summary>
    public const string StreamType = "streamType";

    /// <summary>Header of a forwarded stream: the port in the pod.</summary>
    public const string PortHeader = "port";

    /// <summary>Header of a forwarded stream: which data and error streams belong together.</summary>
    public const string RequestIdHeader = "requestID";

    /// <summary>The value of <see cref="StreamType"/> for errors.</summary>
    public const string ErrorStream = "error";

    /// <summary>The value of <see cref="StreamType"/> for forwarded bytes.</summary>
    public const string DataStream = "data";

    /// <summary>The value of <see cref="StreamType"/> for a command's input.</summary>
    public const string StdinStream = "stdin";

    /// <summary>The value of <see cref="StreamType"/> for a command's output.</summary>
    public const string StdoutStream = "stdout";

    /// <summary>The value of <see cref="StreamType"/> for a command's second output.</summary>
    public const string StderrStream = "stderr";

    /// <summary>The value of <see cref="StreamType"/> for sizes of the terminal.</summary>
    public const string ResizeStream = "resize";

    /// <summary>Sub-protocols of commands over SPDY, best first.</summary>
    public static IReadOnlyList<string> SpdyCommands { get; } = [V4, V3, V2, V1];

    /// <summary>Sub-protocols of commands over WebSocket, best first.</summary>
    public static IReadOnlyList<string> WebSocketCommands { get; } = [V5, V4, V4Base64, V1, V1Base64];

    /// <summary>Sub-protocols of port forwarding over WebSocket, best first.</summary>
    public static IReadOnlyList<string> WebSocketPortForwards { get; } = [PortForwardTunnel, V4, V4Base64];

    /// <summary>Whether messages are base64 text.</summary>
    public static bool IsText(string protocol) => protocol is V4Base64 or V1Base64;

    /// <summary>Whether the end of a command is a Status; otherwise a line of text, or nothing.</summary>
    public static bool HasStatus(string protocol) => protocol is V5 or V4 or V4Base64;
}
