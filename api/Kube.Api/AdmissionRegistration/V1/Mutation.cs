namespace Kube.Api.AdmissionRegistration.V1;

/// <summary>One change a policy makes.</summary>
public sealed class Mutation
{
    /// <summary>The form of the change: ApplyConfiguration or JSONPatch; the field of that form must be set.</summary>
    [Required, ProtoField(2)]
    public string? PatchType { get; set; }

    /// <summary>The change as an object that is merged in.</summary>
    [ProtoField(3, IsPointer = true)]
    public ApplyConfiguration? ApplyConfiguration { get; set; }

    /// <summary>The change as a JSON patch.</summary>
    [ProtoField(4, IsPointer = true)]
    public JSONPatch? JsonPatch { get; set; }
}
