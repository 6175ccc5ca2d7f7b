using Kube.Api.Core.V1;

namespace Kube.Api.Resources.Core;

/// <summary>The columns of a Node.</summary>
internal static class NodeColumns
{
    private const string RolePrefix = "node-role.kubernetes.io/";
    private const string RoleLabel = "kubernetes.io/role";

    public static IReadOnlyList<Column<Node>> All { get; } =
    [
        new("Name", "string", (n, _) => n.Metadata?.Name, Format: "name", Description: "Name of the node."),
        new("Status", "string", (n, _) => Status(n), Description: "Whether it is ready and takes new pods."),
        new("Roles", "string", (n, _) => CellText.Joined(Roles(n)), Description: "Roles from its labels."),
        new("Age", "string", (n, now) => Ages.Since(n.Metadata?.CreationTimestamp, now), Description: "Time since the object was created."),
        new("Version", "string", (n, _) => n.Status?.NodeInfo?.KubeletVersion, Description: "Version of its kubelet."),
        new("Internal-IP", "string", (n, _) => Address(n, NodeAddressType.InternalIP), 1, Description: "Address inside the cluster."),
        new("External-IP", "string", (n, _) => Address(n, NodeAddressType.ExternalIP), 1, Description: "Address outside the cluster."),
        new("OS-Image", "string", (n, _) => OrUnknown(n.Status?.NodeInfo?.OsImage), 1, Description: "Operating system."),
        new("Kernel-Version", "string", (n, _) => OrUnknown(n.Status?.NodeInfo?.KernelVersion), 1, Description: "Kernel."),
        new("Container-Runtime", "string", (n, _) => OrUnknown(n.Status?.NodeInfo?.ContainerRuntimeVersion), 1, Description: "Container runtime and its version."),
    ];

    private static string Status(Node node)
    {
        var ready = node.Status?.Conditions?.FirstOrDefault(c => c.Type == NodeConditionType.Ready)?.Status;
        var text = ready switch { null => "Unknown", ConditionStatus.True => "Ready", _ => "NotReady" };
        return node.Spec?.Unschedulable == true ? text + ",SchedulingDisabled" : text;
    }

    private static SortedSet<string> Roles(Node node)
    {
        var roles = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (key, value) in node.Metadata?.Labels ?? [])
        {
            if (key.Length > RolePrefix.Length && key.StartsWith(RolePrefix, StringComparison.Ordinal))
            {
                roles.Add(key[RolePrefix.Length..]);
            }
            else if (key == RoleLabel && value.Length > 0)
            {
                roles.Add(value);
            }
        }

        return roles;
    }

    private static string Address(Node node, string type) => node.Status?.Addresses?.FirstOrDefault(a => a.Type == type)?.Address ?? "<none>";

    private static string OrUnknown(string? text) => string.IsNullOrEmpty(text) ? "<unknown>" : text;
}
