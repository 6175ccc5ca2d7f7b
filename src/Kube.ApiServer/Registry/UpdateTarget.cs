namespace Kube.ApiServer.Registry;

/// <summary>Which part of an object an update may change; the rest is kept as it was.</summary>
internal enum UpdateTarget
{
    /// <summary>Everything but the status.</summary>
    Object,

    /// <summary>The status.</summary>
    Status,

    /// <summary>What the server itself changes, as a binding does: taken as it is.</summary>
    Server,
}
