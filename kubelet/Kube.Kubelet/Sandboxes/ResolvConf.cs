using System.Text;
using Kube.Api.Core.V1;

namespace Kube.Kubelet.Sandboxes;

/// <summary>The cluster's DNS as pods are told of it.</summary>
internal sealed record ClusterDns(string? Server, string Domain);

/// <summary>A pod's <c>/etc/resolv.conf</c> from its DNS policy. Pure.</summary>
internal static class ResolvConf
{
    private sealed record Settings(List<string> Servers, List<string> Searches, Dictionary<string, string?> Options);

    public static string Of(Pod pod, ClusterDns cluster, string hostFile)
    {
        var settings = Base(pod, cluster, hostFile);
        Add(settings, pod.Spec?.DnsConfig);
        var text = new StringBuilder();
        settings.Servers.Take(3).ToList().ForEach(s => text.Append("nameserver ").Append(s).Append('\n'));
        if (settings.Searches.Count > 0)
        {
            text.Append("search ").AppendJoin(' ', settings.Searches).Append('\n');
        }

        if (settings.Options.Count > 0)
        {
            text.Append("options ").AppendJoin(' ', settings.Options.Select(o => string.IsNullOrEmpty(o.Value) ? o.Key : $"{o.Key}:{o.Value}")).Append('\n');
        }

        return text.ToString();
    }

    private static Settings Base(Pod pod, ClusterDns cluster, string hostFile)
    {
        var policy = pod.Spec?.DnsPolicy ?? DNSPolicy.ClusterFirst;
        if (policy == DNSPolicy.None)
        {
            return new Settings([], [], []);
        }

        var usesCluster = policy == DNSPolicy.ClusterFirstWithHostNet || (policy == DNSPolicy.ClusterFirst && pod.Spec?.HostNetwork != true);
        var host = Parse(hostFile);
        if (!usesCluster || string.IsNullOrEmpty(cluster.Server))
        {
            return host;
        }

        var ns = pod.Metadata!.Namespace;
        string[] searches = [$"{ns}.svc.{cluster.Domain}", $"svc.{cluster.Domain}", cluster.Domain];
        return new Settings([cluster.Server], [.. searches.Concat(host.Searches).Distinct()], new() { ["ndots"] = "5" });
    }

    private static void Add(Settings settings, PodDNSConfig? config)
    {
        settings.Servers.AddRange((config?.Nameservers ?? []).Except(settings.Servers));
        settings.Searches.AddRange((config?.Searches ?? []).Except(settings.Searches));
        foreach (var option in config?.Options ?? [])
        {
            settings.Options[option.Name!] = option.Value;
        }
    }

    private static Settings Parse(string file)
    {
        var settings = new Settings([], [], []);
        foreach (var line in file.Split('\n'))
        {
            var words = line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            switch (words)
            {
                case ["nameserver", var server, ..]:
                    settings.Servers.Add(server);
                    break;
                case ["search" or "domain", ..]:
                    settings.Searches.AddRange(words[1..]);
                    break;
                case ["options", ..]:
                    words[1..].Select(w => w.Split(':')).ToList().ForEach(o => settings.Options[o[0]] = o.Length > 1 ? o[1] : null);
                    break;
            }
        }

        return settings;
    }
}
