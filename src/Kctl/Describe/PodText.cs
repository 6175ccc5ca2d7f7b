using Kctl.Api;

namespace Kctl.Describe;

/// <summary>Describes a pod.</summary>
internal static class PodText
{
    public static void Write(DescribeContext context)
    {
        var (pod, writer) = (context.Object, context.Writer);
        context.Head();
        writer.Field(0, "Priority", pod.Text("spec", "priority") ?? "0");
        writer.Field(0, "Service Account", pod.Text("spec", "serviceAccountName"));
        writer.Field(0, "Node", pod.Text("spec", "nodeName") is { Length: > 0 } node ? $"{node}/{pod.Text("status", "hostIP")}" : null);
        writer.Optional(0, "Start Time", DescribeContext.Time(pod, "status", "startTime"));
        context.Metadata();
        if (pod.Time("metadata", "deletionTimestamp") is not null)
        {
            writer.Field(0, "Status", $"Terminating (lasts {context.Age(pod, "metadata", "deletionTimestamp")})");
            writer.Field(0, "Termination Grace Period", $"{pod.Text("metadata", "deletionGracePeriodSeconds")}s");
        }
        else
        {
            writer.Field(0, "Status", pod.Text("status", "phase"));
        }

        writer.Optional(0, "Reason", pod.Text("status", "reason"));
        writer.Optional(0, "Message", pod.Text("status", "message"));
        writer.Field(0, "IP", pod.Text("status", "podIP"));
        writer.Field(0, "IPs", string.Join(", ", pod.Objects("status", "podIPs").Select(ip => ip.Text("ip"))));
        var owner = pod.Objects("metadata", "ownerReferences").FirstOrDefault(o => o.Flag("controller"));
        writer.Optional(0, "Controlled By", owner is null ? null : $"{owner.Text("kind")}/{owner.Text("name")}");
        PodTemplateText.Containers(writer, 0, "Init Containers", pod.Objects("spec", "initContainers"), pod.Objects("status", "initContainerStatuses"));
        PodTemplateText.Containers(writer, 0, "Containers", pod.Objects("spec", "containers"), pod.Objects("status", "containerStatuses"));
        context.Conditions("type", "status", "reason");
        PodTemplateText.Volumes(writer, 0, pod.At("spec"));
        writer.Field(0, "QoS Class", pod.Text("status", "qosClass"));
        writer.Map(0, "Node-Selectors", pod.Map("spec", "nodeSelector"));
        writer.Map(0, "Tolerations", pod.Objects("spec", "tolerations").Select(t => KeyValuePair.Create(
            $"{t.Text("key")}{(t.Text("value") is { Length: > 0 } value ? "=" + value : "")}:{t.Text("effect")}",
            $"{(t.Text("operator") == "Exists" ? " op=Exists" : "")}{(t.Number("tolerationSeconds") is { } seconds ? $" for {seconds}s" : "")}")), "");
    }
}
