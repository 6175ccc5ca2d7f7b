namespace Kube.Api.Core.V1;

public sealed class WindowsSecurityContextOptions
{
    [ProtoField(1, IsPointer = true)]
    public string? GmsaCredentialSpecName { get; set; }

    [ProtoField(2, IsPointer = true)]
    public string? GmsaCredentialSpec { get; set; }

    [ProtoField(3, IsPointer = true)]
    public string? RunAsUserName { get; set; }

    [ProtoField(4, IsPointer = true)]
    public bool? HostProcess { get; set; }
}
