namespace Kube.Api.Core.V1;

public sealed class HTTPGetAction
{
    [ProtoField(1)]
    public string? Path { get; set; }

    [Required, ProtoField(2)]
    public IntOrString? Port { get; set; }

    [ProtoField(3)]
    public string? Host { get; set; }

    [ProtoField(4)]
    public string? Scheme { get; set; }

    [ProtoField(5)]
    public List<HTTPHeader>? HttpHeaders { get; set; }
}
