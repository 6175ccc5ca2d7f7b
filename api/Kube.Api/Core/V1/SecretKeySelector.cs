namespace Kube.Api.Core.V1;

[MapAtomic]
public sealed class SecretKeySelector
{
    public string? Name { get; set; }

    [Required]
    public string? Key { get; set; }

    public bool? Optional { get; set; }
}
