using Kube.Api.Meta.V1;

namespace Kube.Api.AdmissionRegistration.V1;

/// <summary>Refuses objects on their way to the store by expressions. Takes effect through bindings.</summary>
public sealed class ValidatingAdmissionPolicy : IResource<ValidatingAdmissionPolicy>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("admissionregistration.k8s.io", "v1", "ValidatingAdmissionPolicy", "validatingadmissionpolicies", Scope.Cluster);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, namespace, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>What the policy checks.</summary>
    [ProtoField(2)]
    public ValidatingAdmissionPolicySpec? Spec { get; set; }

    /// <summary>What the server found out about the policy.</summary>
    [ProtoField(3)]
    public ValidatingAdmissionPolicyStatus? Status { get; set; }
}
