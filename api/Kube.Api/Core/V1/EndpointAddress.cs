namespace Kube.Api.Core.V1;

[MapAtomic]
public sealed class EndpointAddress
{
    [Required]
    public string? Ip { get; set; }

    public string? Hostname { get; set; }

    public string? NodeName { get; set; }

    public ObjectReference? TargetRef { get; set; }
}
