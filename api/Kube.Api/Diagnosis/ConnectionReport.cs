namespace Kube.Api.Diagnosis;

/// <summary>What came of a connection that a node's kubelet tried to open.</summary>
public sealed class ConnectionReport
{
    /// <summary>The node that tried.</summary>
    public string? Node { get; set; }

    /// <summary>Where to, as address:port.</summary>
    public string? Address { get; set; }

    /// <summary>Whether somebody answered.</summary>
    public bool? Connected { get; set; }

    /// <summary>Why not: one of <see cref="ConnectionError"/>, or the system's own words.</summary>
    public string? Error { get; set; }

    /// <summary>How long it took.</summary>
    public double? Milliseconds { get; set; }
}
