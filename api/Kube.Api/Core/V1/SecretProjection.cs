namespace Kube.Api.Core.V1;

public sealed class SecretProjection
{
    public string? Name { get; set; }

    public List<KeyToPath>? Items { get; set; }

    public bool? Optional { get; set; }
}
