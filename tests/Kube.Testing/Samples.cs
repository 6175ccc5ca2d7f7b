using Kube.Api.Resources;

namespace Kube.Testing;

/// <summary>A small valid object of each served kind. In the bodies NS stands for the namespace, NAME for the object's name up to the first dot.</summary>
public static class Samples
{
    private const string PodSpec = """{"containers":[{"name":"c","image":"i:1"}]}""";

    /// <summary>A PKCS#10 request of CN=jane, O=team in PEM, in base64 as the wire has it.</summary>
    public const string CertificateRequest = "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURSBSRVFVRVNULS0tLS0KTUlIWk1JR0FBZ0VBTUI0eERUQUxCZ05WQkFvTUJIUmxZVzB4RFRBTEJnTlZCQU1NQkdwaGJtVXdXVEFUQmdjcQpoa2pPUFFJQkJnZ3Foa2pPUFFNQkJ3TkNBQVJHSFNwRlQ5anQ1ZVozMUwxV1R0cXE1aTRQRlk0eFZSVkVvZkxECk11ZVNiR0VvTWlycHNRMGp6cGRDTS85QldGVXZJdlRLSnFtQTZRWGhTMjVXbVZLTm9BQXdDZ1lJS29aSXpqMEUKQXdJRFNBQXdSUUlnT2xScTdYanJVR0dJUVB4OHJ2azZwcW8vUzZGOTdHZW1yZ01oZ25FdWZVSUNJUUR5RklQcgoxQVFSbjZNWENtNzljRzl1SnkranMveTl0NTRRUGVQK1JXMmg1dz09Ci0tLS0tRU5EIENFUlRJRklDQVRFIFJFUVVFU1QtLS0tLQo=";

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
        ["poddisruptionbudgets.policy"] = """ "spec":{"maxUnavailable":"50%","selector":{"matchLabels":{"app":"x"}}} """,
        ["horizontalpodautoscalers.autoscaling"] = """ "spec":{"scaleTargetRef":{"apiVersion":"apps/v1","kind":"Deployment","name":"d"},"maxReplicas":5} """,
        ["leases.coordination.k8s.io"] = """ "spec":{"holderIdentity":"me","leaseDurationSeconds":15} """,
        ["endpointslices.discovery.k8s.io"] = """ "addressType":"IPv4","endpoints":[{"addresses":["10.1.2.3"]}],"ports":[{"port":80}] """,
        ["runtimeclasses.node.k8s.io"] = """ "handler":"runc" """,
        ["priorityclasses.scheduling.k8s.io"] = """ "value":1000 """,
        ["ingresses.networking.k8s.io"] = """ "spec":{"rules":[{"host":"a.example.com","http":{"paths":[{"path":"/","pathType":"Prefix","backend":{"service":{"name":"s","port":{"number":80}}}}]}}]} """,
        ["ingressclasses.networking.k8s.io"] = """ "spec":{"controller":"example.com/ingress"} """,
        ["networkpolicies.networking.k8s.io"] = """ "spec":{"podSelector":{"matchLabels":{"app":"x"}},"ingress":[{"ports":[{"port":80}]}]} """,
        ["ipaddresses.networking.k8s.io"] = """ "spec":{"parentRef":{"resource":"services","namespace":"NS","name":"s"}} """,
        ["servicecidrs.networking.k8s.io"] = """ "spec":{"cidrs":["10.99.0.0/24"]} """,
        ["roles.rbac.authorization.k8s.io"] = """ "rules":[{"verbs":["get"],"apiGroups":[""],"resources":["pods"]}] """,
        ["clusterroles.rbac.authorization.k8s.io"] = """ "rules":[{"verbs":["get"],"nonResourceURLs":["/healthz"]}] """,
        ["rolebindings.rbac.authorization.k8s.io"] = """ "roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"Role","name":"r"},"subjects":[{"kind":"User","name":"u"}] """,
        ["clusterrolebindings.rbac.authorization.k8s.io"] = """ "roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"ClusterRole","name":"r"},"subjects":[{"kind":"Group","name":"g"}] """,
        ["certificatesigningrequests.certificates.k8s.io"] = $$$""" "spec":{"request":"{{{CertificateRequest}}}","signerName":"example.com/signer","usages":["client auth"]} """,
        ["flowschemas.flowcontrol.apiserver.k8s.io"] = """ "spec":{"priorityLevelConfiguration":{"name":"p"},"rules":[{"subjects":[{"kind":"User","user":{"name":"u"}}],"nonResourceRules":[{"verbs":["get"],"nonResourceURLs":["/healthz"]}]}]} """,
        ["prioritylevelconfigurations.flowcontrol.apiserver.k8s.io"] = """ "spec":{"type":"Limited","limited":{"limitResponse":{"type":"Reject"}}} """,
        ["mutatingadmissionpolicies.admissionregistration.k8s.io"] = """ "spec":{"matchConstraints":{"resourceRules":[{"operations":["CREATE"],"apiGroups":[""],"apiVersions":["v1"],"resources":["pods"]}]},"mutations":[{"patchType":"JSONPatch","jsonPatch":{"expression":"[]"}}]} """,
        ["mutatingadmissionpolicybindings.admissionregistration.k8s.io"] = """ "spec":{"policyName":"p"} """,
        ["mutatingwebhookconfigurations.admissionregistration.k8s.io"] = """ "webhooks":[{"name":"a.example.com","clientConfig":{"url":"https://example.com/x"},"rules":[{"operations":["CREATE"],"apiGroups":[""],"apiVersions":["v1"],"resources":["pods"]}],"sideEffects":"None","admissionReviewVersions":["v1"]}] """,
        ["validatingadmissionpolicies.admissionregistration.k8s.io"] = """ "spec":{"matchConstraints":{"resourceRules":[{"operations":["CREATE"],"apiGroups":[""],"apiVersions":["v1"],"resources":["pods"]}]},"validations":[{"expression":"true"}]} """,
        ["validatingadmissionpolicybindings.admissionregistration.k8s.io"] = """ "spec":{"policyName":"p","validationActions":["Deny"]} """,
        ["validatingwebhookconfigurations.admissionregistration.k8s.io"] = """ "webhooks":[{"name":"a.example.com","clientConfig":{"url":"https://example.com/x"},"rules":[{"operations":["CREATE"],"apiGroups":[""],"apiVersions":["v1"],"resources":["pods"]}],"sideEffects":"None","admissionReviewVersions":["v1"]}] """,
        ["apiservices.apiregistration.k8s.io"] = """ "spec":{"group":"PARENT","version":"v1","groupPriorityMinimum":100,"versionPriority":10} """,
        ["events.events.k8s.io"] = """ "regarding":{"kind":"Pod","name":"p","namespace":"NS"},"reason":"Tested","action":"Test","note":"m","type":"Normal","eventTime":"2026-01-02T03:04:05.000006Z","reportingController":"test.io/c","reportingInstance":"c-1" """,
        ["persistentvolumes"] = """ "spec":{"capacity":{"storage":"1Gi"},"accessModes":["ReadWriteOnce"],"hostPath":{"path":"/data"}} """,
        ["persistentvolumeclaims"] = """ "spec":{"accessModes":["ReadWriteOnce"],"resources":{"requests":{"storage":"1Gi"}}} """,
        ["storageclasses.storage.k8s.io"] = """ "provisioner":"example.com/disks","parameters":{"kind":"ssd"} """,
        ["volumeattributesclasses.storage.k8s.io"] = """ "driverName":"disks.example.com","parameters":{"iops":"5000"} """,
        ["volumeattachments.storage.k8s.io"] = """ "spec":{"attacher":"disks.example.com","nodeName":"n","source":{"persistentVolumeName":"v"}} """,
        ["csidrivers.storage.k8s.io"] = """ "spec":{"podInfoOnMount":true} """,
        ["csinodes.storage.k8s.io"] = """ "spec":{"drivers":[{"name":"disks.example.com","nodeID":"i-1","topologyKeys":["zone"]}]} """,
        ["csistoragecapacities.storage.k8s.io"] = """ "storageClassName":"fast","capacity":"10Gi" """,
        ["customresourcedefinitions.apiextensions.k8s.io"] = """ "spec":{"group":"example.com","scope":"Namespaced","names":{"plural":"NAME","kind":"KNAME"},"versions":[{"name":"v1","served":true,"storage":true,"schema":{"openAPIV3Schema":{"type":"object","properties":{"spec":{"type":"object","properties":{"size":{"type":"integer"}}}}}}}]} """,
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
        return $$"""{"apiVersion":"{{info.ApiVersion}}","kind":"{{info.Kind}}","metadata":{"name":"{{name}}"{{(metadata.Length == 0 ? "" : "," + metadata)}}},{{s_bodies[info.GroupResource].Replace("NS", ns).Replace("NAME", name.Split('.')[0]).Replace("PARENT", name[(name.IndexOf('.') + 1)..])}}}""";
    }

    /// <summary>A pod of one container.</summary>
    public static string Pod(string name, string metadata = "") => Of(Catalog.Find("", "v1", "pods")!, name, "", metadata);

    /// <summary>A config map of one key.</summary>
    public static string ConfigMap(string name, string metadata = "") => Of(Catalog.Find("", "v1", "configmaps")!, name, "", metadata);

    /// <summary>A deployment of one replica.</summary>
    public static string Deployment(string name) => Of(Catalog.Find("apps", "v1", "deployments")!, name, "");
}
