namespace Kube.Api.Core.V1;

public sealed class HTTPGetAction
{
    public string? Path { get; set; }

    [Required]
    public IntOrString? Port { get; set; }

    public string? Host { get; set; }

    public string? Scheme { get; set; }

    public List<HTTPHeader>? HttpHeaders { get; set; }
}
