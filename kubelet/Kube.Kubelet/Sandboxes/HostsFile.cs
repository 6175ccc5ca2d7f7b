using System.Text;
using Kube.Api.Core.V1;
using Kube.Kubelet.Pods;

namespace Kube.Kubelet.Sandboxes;

/// <summary>A pod's <c>/etc/hosts</c>: itself and its aliases; with the host's network, the host's file and the aliases. Pure.</summary>
internal static class HostsFile
{
    public static string Of(Pod pod, string address, string domain, string hostFile)
    {
        var text = new StringBuilder();
        if (pod.UsesHostNetwork())
        {
            text.Append("# Kubernetes-managed hosts file (host network).\n").Append(hostFile.TrimEnd('\n')).Append('\n');
        }
        else
        {
            text.Append("# Kubernetes-managed hosts file.\n127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost ip6-loopback\n");
            text.Append("fe00::0\tip6-localnet\nfe00::0\tip6-mcastprefix\nfe00::1\tip6-allnodes\nfe00::2\tip6-allrouters\n");
            var full = pod.Spec?.Subdomain is { Length: > 0 } subdomain ? $"{pod.Hostname()}.{subdomain}.{pod.Namespace()}.svc.{domain}\t" : "";
            text.Append(address).Append('\t').Append(full).Append(pod.Hostname()).Append('\n');
        }

        if (pod.Spec?.HostAliases is { Count: > 0 } aliases)
        {
            text.Append("\n# Entries added by HostAliases.\n");
            aliases.ForEach(a => text.Append(a.Ip).Append('\t').AppendJoin('\t', a.Hostnames ?? []).Append('\n'));
        }

        return text.ToString();
    }
}
