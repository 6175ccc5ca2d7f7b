using Kube.Api.Resources;

namespace Kube.Testing;

/// <summary>A small valid object of each served kind. In the bodies NS stands for the namespace, NAME for the object's name up to the first dot.</summary>
public static class Samples
{
    private const string PodSpec = """{"containers":[{"name":"c","image":"i:1"}]}""";

    private static readonly Dictionary<string, string> s_bodies = new(StringComparer.Ordinal)
    {
        ["configmaps"] = """ "data":{"a":"1"} """,
        ["endpoints"] = """ "subsets":[{"addresses":[{"ip":"10.1.2.3"}],"ports":[{"port":80}]}] """,
        ["events"] = """ "involvedObject":{"kind":"Pod","name":"p","namespace":"NS"},"reason":"Tested","message":"m","type":"Normal","source":{"component":"test"} """,
        ["limitranges"] = """ "spec":{"limits":[{"type":"Container","max":{"cpu":"8"},"defaultRequest":{"cpu":"1"}}]} """,
        ["namespaces"] = """ "spec":{} """,
        ["nodes"] = """ "spec":{"podCIDR":"10.1.0.0/24"} """,
        ["pods"] = $$""" "spec":{{PodSpec}} """,
        ["podtemplates"] = $$$""" "template":{"metadata":{"labels":{"app":"x"}},"spec":{{{PodSpec}}}} """,
        ["replicationcontrollers"] = $$$""" "spec":{"template":{"metadata":{"labels":{"app":"x"}},"spec":{{{PodSpec}}}}} """,
        ["resourcequotas"] = """ "spec":{"hard":{"pods":"10"}} """,
        ["secrets"] = """ "data":{"a":"MQ=="} """,
        ["serviceaccounts"] = """ "automountServiceAccountToken":false """,
        ["services"] = """ "spec":{"ports":[{"port":80}],"selector":{"app":"x"}} """,
        ["controllerrevisions.apps"] = """ "revision":1,"data":{"a":1} """,
        ["deployments.apps"] = $$$""" "spec":{"selector":{"matchLabels":{"app":"x"}},"template":{"metadata":{"labels":{"app":"x"}},"spec":{{{PodSpec}}}}} """,
        ["replicasets.apps"] = $$$""" "spec":{"selector":{"matchLabels":{"app":"x"}},"template":{"metadata":{"labels":{"app":"x"}},"spec":{{{PodSpec}}}}} """,
        ["daemonsets.apps"] = $$$""" "spec":{"selector":{"matchLabels":{"app":"x"}},"template":{"metadata":{"labels":{"app":"x"}},"spec":{{{PodSpec}}}}} """,
        ["statefulsets.apps"] = $$$""" "spec":{"serviceName":"s","selector":{"matchLabels":{"app":"x"}},"template":{"metadata":{"labels":{"app":"x"}},"spec":{{{PodSpec}}}}} """,
        ["jobs.batch"] = """ "spec":{"template":{"spec":{"restartPolicy":"Never","containers":[{"name":"c","image":"i:1"}]}}} """,
        ["cronjobs.batch"] = """ "spec":{"schedule":"@hourly","jobTemplate":{"spec":{"template":{"spec":{"restartPolicy":"Never","containers":[{"name":"c","image":"i:1"}]}}}}} """,
        ["leases.coordination.k8s.io"] = """ "spec":{"holderIdentity":"me","leaseDurationSeconds":15} """,
        ["endpointslices.discovery.k8s.io"] = """ "addressType":"IPv4","endpoints":[{"addresses":["10.1.2.3"]}],"ports":[{"port":80}] """,
        ["runtimeclasses.node.k8s.io"] = """ "handler":"runc" """,
        ["priorityclasses.scheduling.k8s.io"] = """ "value":1000 """,
        ["events.events.k8s.io"] = """ "regarding":{"kind":"Pod","name":"p","namespace":"NS"},"reason":"Tested","action":"Test","note":"m","type":"Normal","eventTime":"2026-01-02T03:04:05.000006Z","reportingController":"test.io/c","reportingInstance":"c-1" """,
    };

    /// <summary>The name an object of a kind may have that is to be told apart by <paramref name="name"/>: that itself, unless the kind's names are addresses or made of parts.</summary>
    public static string NameOf(Resource resource, string name) => resource.Info.GroupResource switch
    {
        "ipaddresses.networking.k8s.io" => $"10.77.{name.Sum(c => c) % 256}.{name[^1] % 256}",
        "apiservices.apiregistration.k8s.io" => $"v1.{name}.example.com",
        "customresourcedefinitions.apiextensions.k8s.io" => $"{name}s.example.com",
        _ => name,
    };

    /// <summary>The JSON of an object; an extra text goes into its metadata.</summary>
    public static string Of(Resource resource, string name, string ns, string metadata = "")
    {
        var info = resource.Info;
        return $$"""{"apiVersion":"{{info.ApiVersion}}","kind":"{{info.Kind}}","metadata":{"name":"{{name}}"{{(metadata.Length == 0 ? "" : "," + metadata)}}},{{s_bodies[info.GroupResource].Replace("NS", ns).Replace("NAME", name.Split('.')[0])}}}""";
    }

    /// <summary>A pod of one container.</summary>
    public static string Pod(string name, string metadata = "") => Of(Catalog.Find("", "v1", "pods")!, name, "", metadata);

    /// <summary>A config map of one key.</summary>
    public static string ConfigMap(string name, string metadata = "") => Of(Catalog.Find("", "v1", "configmaps")!, name, "", metadata);

    /// <summary>A deployment of one replica.</summary>
    public static string Deployment(string name) => Of(Catalog.Find("apps", "v1", "deployments")!, name, "");
}
