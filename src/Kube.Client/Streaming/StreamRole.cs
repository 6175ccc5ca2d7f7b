namespace Kube.Client.Streaming;

/// <summary>Which end of a streaming connection this is.</summary>
public enum StreamRole
{
    /// <summary>The end that asked for the connection.</summary>
    Client,

    /// <summary>The end that answered.</summary>
    Server,
}
