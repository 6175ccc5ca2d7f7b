namespace Kube.Api.Core.V1;

public sealed class SELinuxOptions
{
    public string? User { get; set; }

    public string? Role { get; set; }

    public string? Type { get; set; }

    public string? Level { get; set; }
}
