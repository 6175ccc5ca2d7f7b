using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.Edit;

namespace Kctl.Kustomize;

/// <summary>An object on its way through kustomizations.</summary>
internal sealed class Resource(JsonObject obj)
{
    private static readonly string[] s_global =
    [
        "Namespace", "Node", "PersistentVolume", "ClusterRole", "ClusterRoleBinding", "CustomResourceDefinition", "StorageClass", "PriorityClass", "IngressClass", "RuntimeClass", "CSIDriver", "CSINode",
        "MutatingWebhookConfiguration", "ValidatingWebhookConfiguration", "ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding", "APIService", "CertificateSigningRequest", "FlowSchema",
        "PriorityLevelConfiguration", "VolumeAttachment",
    ];

    public JsonObject Object { get; set; } = obj;

    /// <summary>Names it had before; patches and references may still use them.</summary>
    public List<string> EarlierNames { get; } = [];

    /// <summary>Whether a hash of its content goes to the end of its name.</summary>
    public bool NeedsHash { get; set; }

    public string Kind => Object.Text("kind") ?? "";

    public string ApiVersion => Object.Text("apiVersion") ?? "";

    public string Name => Object.Name();

    public bool IsNamespaced => !s_global.Contains(Kind);

    public JsonObject Metadata => PodSpecs.Under(Object, "metadata");

    /// <summary>Whether it is called so, or was.</summary>
    public bool IsCalled(string name) => Name == name || EarlierNames.Contains(name);

    public void Rename(string name)
    {
        if (name != Name)
        {
            EarlierNames.Add(Name);
            Metadata["name"] = name;
        }
    }
}
