namespace Kube.Client.Streaming;

/// <summary>Which streams a remote command, or an attachment to a running one, has.</summary>
public sealed record CommandOptions
{
    /// <summary>Input is sent.</summary>
    public bool Stdin { get; init; }

    /// <summary>Output is wanted.</summary>
    public bool Stdout { get; init; }

    /// <summary>The second output is wanted; on a terminal there is none.</summary>
    public bool Stderr { get; init; }

    /// <summary>On a terminal.</summary>
    public bool Tty { get; init; }
}
