namespace Kube.Api.Networking.V1;

/// <summary>Which controller carries out the Ingresses of a class.</summary>
public sealed class IngressClassSpec
{
    /// <summary>The controller's name, a domain with a path, such as <c>example.com/ingress</c>; does not change.</summary>
    [ProtoField(1)]
    public string? Controller { get; set; }

    /// <summary>Further settings for the controller.</summary>
    [ProtoField(2, IsPointer = true)]
    public IngressClassParametersReference? Parameters { get; set; }
}
