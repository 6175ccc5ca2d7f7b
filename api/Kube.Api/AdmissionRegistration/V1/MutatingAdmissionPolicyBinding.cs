using Kube.Api.Meta.V1;

namespace Kube.Api.AdmissionRegistration.V1;

/// <summary>Puts a mutating admission policy to work, with parameters and for a part of the cluster.</summary>
public sealed class MutatingAdmissionPolicyBinding : IResource<MutatingAdmissionPolicyBinding>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("admissionregistration.k8s.io", "v1", "MutatingAdmissionPolicyBinding", "mutatingadmissionpolicybindings", Scope.Cluster);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, namespace, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>Which policy, which parameters, where.</summary>
    [ProtoField(2)]
    public MutatingAdmissionPolicyBindingSpec? Spec { get; set; }
}
