using Kube.Api.Meta.V1;

namespace Kube.Api.AdmissionRegistration.V1;

/// <summary>Webhooks that may accept or refuse objects on their way to the store, without changing them.</summary>
public sealed class ValidatingWebhookConfiguration : IResource<ValidatingWebhookConfiguration>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("admissionregistration.k8s.io", "v1", "ValidatingWebhookConfiguration", "validatingwebhookconfigurations", Scope.Cluster);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, namespace, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>The webhooks.</summary>
    [PatchMerge("name"), ListMap("name"), ProtoField(2)]
    public List<ValidatingWebhook>? Webhooks { get; set; }
}
