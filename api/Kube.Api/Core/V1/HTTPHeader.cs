namespace Kube.Api.Core.V1;

public sealed class HTTPHeader
{
    [Required]
    public string? Name { get; set; }

    [Required]
    public string? Value { get; set; }
}
