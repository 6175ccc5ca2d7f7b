namespace Kube.Api.AdmissionRegistration.V1;

/// <summary>The kind of the objects that parameterise a policy.</summary>
[MapAtomic]
public sealed class ParamKind
{
    /// <summary>Group and version; required.</summary>
    [ProtoField(1)]
    public string? ApiVersion { get; set; }

    /// <summary>The kind; required.</summary>
    [ProtoField(2)]
    public string? Kind { get; set; }
}
