using Kube.Api.Meta.V1;

namespace Kube.Api.AdmissionRegistration.V1;

/// <summary>Changes objects on their way to the store by expressions. Takes effect through bindings.</summary>
public sealed class MutatingAdmissionPolicy : IResource<MutatingAdmissionPolicy>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("admissionregistration.k8s.io", "v1", "MutatingAdmissionPolicy", "mutatingadmissionpolicies", Scope.Cluster);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, namespace, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>What the policy does.</summary>
    [ProtoField(2)]
    public MutatingAdmissionPolicySpec? Spec { get; set; }
}
