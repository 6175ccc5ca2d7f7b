namespace Kube.ApiServer.Registry;

/// <summary>Which part of an object an update may change; the rest is kept as it was.</summary>
internal enum UpdateTarget
{
    /// <summary>Everything but the status.</summary>
    Object,

    /// <summary>The status.</summary>
    Status,

    /// <summary>The part of the object that a subresource other than the status is, such as a pod's <c>resize</c>.</summary>
    Part,

    /// <summary>What the server itself changes, as a binding does: taken as it is.</summary>
    Server,
}
