namespace Kube.Api.Core.V1;

public sealed class EnvVar
{
    [Required]
    public string? Name { get; set; }

    public string? Value { get; set; }

    public EnvVarSource? ValueFrom { get; set; }
}
