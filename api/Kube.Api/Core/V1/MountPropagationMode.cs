namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>MountPropagationMode</c>; on the wire it is a string.</summary>
public static class MountPropagationMode
{
    /// <summary>Later mounts are not seen.</summary>
    public const string None = "None";
    /// <summary>Later mounts of the node are seen in the container.</summary>
    public const string HostToContainer = "HostToContainer";
    /// <summary>Later mounts are seen both ways.</summary>
    public const string Bidirectional = "Bidirectional";
}
