using System.Text.Json.Nodes;
using Kctl.Api;

namespace Kctl.Kustomize;

/// <summary>Lets what refers to a renamed object by its name follow the change.</summary>
internal static class References
{
    public static void Follow(IReadOnlyList<Resource> resources)
    {
        foreach (var resource in resources.Where(r => r.Kind is not ("ConfigMap" or "Secret" or "CustomResourceDefinition") && WireTypes.Find(r.ApiVersion, r.Kind) is not null))
        {
            var names = new Names(resources, resource.Object.Namespace());
            foreach (var (key, value) in resource.Object.ToList())
            {
                if (key != "metadata")
                {
                    Visit(key, value, names);
                }
            }
        }
    }

    private static void Visit(string key, JsonNode? node, Names names)
    {
        switch (node)
        {
            case JsonObject obj:
                VisitObject(key, obj, names);
                break;
            case JsonArray array:
                foreach (var item in array)
                {
                    if (key is "imagePullSecrets" or "secrets" && item is JsonObject secret)
                    {
                        names.Set(secret, "name", "Secret");
                    }
                    else if (key == "subjects" && item is JsonObject subject && subject.Text("kind") == "ServiceAccount")
                    {
                        names.Set(subject, "name", "ServiceAccount");
                    }

                    Visit(key, item, names);
                }

                break;
            default:
                break;
        }
    }

    private static void VisitObject(string key, JsonObject obj, Names names)
    {
        switch (key)
        {
            case "configMapKeyRef" or "configMapRef" or "configMap":
                names.Set(obj, "name", "ConfigMap");
                break;
            case "secretKeyRef" or "secretRef" or "secret":
                names.Set(obj, "name", "Secret");
                break;
            case "service":
                names.Set(obj, "name", "Service");
                break;
            case "scaleTargetRef" or "roleRef":
                names.Set(obj, "name", obj.Text("kind") ?? "");
                break;
            default:
                break;
        }

        names.Set(obj, "secretName", "Secret");
        names.Set(obj, "serviceAccountName", "ServiceAccount");
        names.Set(obj, "claimName", "PersistentVolumeClaim");
        names.Set(obj, "serviceName", "Service");
        names.Set(obj, "priorityClassName", "PriorityClass");
        names.Set(obj, "storageClassName", "StorageClass");
        names.Set(obj, "ingressClassName", "IngressClass");
        foreach (var (name, value) in obj.ToList())
        {
            Visit(name, value, names);
        }
    }

    /// <summary>The new names, as seen from a namespace.</summary>
    private sealed class Names(IReadOnlyList<Resource> resources, string? ns)
    {
        public void Set(JsonObject obj, string field, string kind)
        {
            if (obj[field] is not JsonValue value || !value.TryGetValue<string>(out var name) || resources.Any(r => r.Kind == kind && r.Name == name))
            {
                return;
            }

            if (resources.FirstOrDefault(r => r.Kind == kind && r.EarlierNames.Contains(name) && (!r.IsNamespaced || ns is null || r.Object.Namespace() is null || r.Object.Namespace() == ns)) is { } renamed)
            {
                obj[field] = renamed.Name;
            }
        }
    }
}
