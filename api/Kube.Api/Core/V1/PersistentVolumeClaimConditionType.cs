namespace Kube.Api.Core.V1;

/// <summary>What conditions of a claim are about.</summary>
public static class PersistentVolumeClaimConditionType
{
    /// <summary>The volume is being made larger.</summary>
    public const string Resizing = "Resizing";

    /// <summary>The file system is made larger when a pod next mounts it.</summary>
    public const string FileSystemResizePending = "FileSystemResizePending";

    /// <summary>The storage behind it could not be made larger.</summary>
    public const string ControllerResizeError = "ControllerResizeError";

    /// <summary>The node could not make the volume larger.</summary>
    public const string NodeResizeError = "NodeResizeError";

    /// <summary>Its attributes could not be changed.</summary>
    public const string ModifyVolumeError = "ModifyVolumeError";

    /// <summary>Its attributes are being changed.</summary>
    public const string ModifyingVolume = "ModifyingVolume";

    /// <summary>No pod uses the claim.</summary>
    public const string Unused = "Unused";
}
