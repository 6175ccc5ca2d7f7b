using System.Text.Json.Nodes;
using Kctl.Api;

namespace Kctl.Kustomize;

/// <summary><c>namespace</c>, <c>namePrefix</c> and <c>nameSuffix</c>.</summary>
internal static class NameTransform
{
    private static readonly string[] s_keepTheirNames = ["CustomResourceDefinition", "APIService", "Namespace"];

    public static void Run(JsonObject content, List<Resource> resources)
    {
        if (content.Text("namespace") is { Length: > 0 } ns)
        {
            resources.ForEach(r => Move(r, ns, resources));
        }

        var (prefix, suffix) = (content.Text("namePrefix") ?? "", content.Text("nameSuffix") ?? "");
        if (prefix.Length + suffix.Length > 0)
        {
            foreach (var resource in resources.Where(r => !s_keepTheirNames.Contains(r.Kind)))
            {
                resource.Rename($"{prefix}{resource.Name}{suffix}");
            }

            References.Follow(resources);
        }
    }

    private static void Move(Resource resource, string ns, List<Resource> all)
    {
        if (resource.Kind == "Namespace")
        {
            resource.Rename(ns);
        }
        else if (resource.IsNamespaced)
        {
            resource.Metadata["namespace"] = ns;
        }

        if (resource.Kind is not ("RoleBinding" or "ClusterRoleBinding"))
        {
            return;
        }

        foreach (var subject in resource.Object.Objects("subjects").Where(s => s.Text("kind") == "ServiceAccount"))
        {
            var name = subject.Text("name") ?? "";
            if (name == "default" || all.Any(r => r.Kind == "ServiceAccount" && r.IsCalled(name)))
            {
                subject["namespace"] = ns;
            }
        }
    }
}
