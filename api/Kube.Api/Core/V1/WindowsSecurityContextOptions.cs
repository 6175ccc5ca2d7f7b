namespace Kube.Api.Core.V1;

public sealed class WindowsSecurityContextOptions
{
    public string? GmsaCredentialSpecName { get; set; }

    public string? GmsaCredentialSpec { get; set; }

    public string? RunAsUserName { get; set; }

    public bool? HostProcess { get; set; }
}
