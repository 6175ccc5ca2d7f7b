namespace Kube.Api.Core.V1;

/// <summary>Settings for Windows containers.</summary>
public sealed class WindowsSecurityContextOptions
{
    /// <summary>Name of the group account's credential spec.</summary>
    [ProtoField(1, IsPointer = true)]
    public string? GmsaCredentialSpecName { get; set; }

    /// <summary>The credential spec itself.</summary>
    [ProtoField(2, IsPointer = true)]
    public string? GmsaCredentialSpec { get; set; }

    /// <summary>User of the first process.</summary>
    [ProtoField(3, IsPointer = true)]
    public string? RunAsUserName { get; set; }

    /// <summary>True to run as a process of the node; for all containers of a pod or none.</summary>
    [ProtoField(4, IsPointer = true)]
    public bool? HostProcess { get; set; }
}
