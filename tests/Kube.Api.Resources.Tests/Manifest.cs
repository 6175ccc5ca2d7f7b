using System.Text.Json.Nodes;
using Kube.Machinery.Validation;
using Kube.Testing;

namespace Kube.Api.Resources.Tests;

/// <summary>A valid object of each kind as JSON, and a small language to spoil it: <c>path = json; path = json</c>, where an empty value removes the field.</summary>
internal static class Manifest
{
    private const string Container = """{"name":"c","image":"i:1"}""";

    private static readonly Dictionary<string, string> s_valid = new()
    {
        ["pods"] = """{"metadata":{"name":"p","namespace":"ns"},"spec":{"containers":[""" + Container + "]}}",
        ["deployments.apps"] = Workload("d"),
        ["replicasets.apps"] = Workload("r"),
        ["daemonsets.apps"] = Workload("ds"),
        ["statefulsets.apps"] = Workload("sts"),
        ["horizontalpodautoscalers.autoscaling"] = """{"metadata":{"namespace":"ns","name":"h"},"spec":{"scaleTargetRef":{"apiVersion":"apps/v1","kind":"Deployment","name":"d"},"maxReplicas":5}}""",
        ["poddisruptionbudgets.policy"] = """{"metadata":{"namespace":"ns","name":"b"},"spec":{"minAvailable":1,"selector":{"matchLabels":{"app":"x"}}}}""",
        ["jobs.batch"] = """{"metadata":{"namespace":"ns","name":"j","uid":"u"},"spec":{"selector":{"matchLabels":{"batch.kubernetes.io/controller-uid":"u"}},"template":{"metadata":{"labels":"""
            + """{"controller-uid":"u","job-name":"j","batch.kubernetes.io/controller-uid":"u","batch.kubernetes.io/job-name":"j"}},"spec":{"restartPolicy":"Never","containers":[""" + Container + "]}}}}",
        ["cronjobs.batch"] = """{"metadata":{"namespace":"ns","name":"cj"},"spec":{"schedule":"*/5 * * * *","jobTemplate":{"spec":{"template":{"spec":{"restartPolicy":"OnFailure","containers":[""" + Container + "]}}}}}}",
        ["services"] = """{"metadata":{"name":"s","namespace":"ns"},"spec":{"ports":[{"port":80}],"selector":{"app":"x"}}}""",
        ["configmaps"] = """{"metadata":{"name":"c","namespace":"ns"},"data":{"key":"value"}}""",
        ["secrets"] = """{"metadata":{"name":"c","namespace":"ns"},"data":{"key":"dmFsdWU="}}""",
        ["nodes"] = """{"metadata":{"name":"n"},"spec":{},"status":{"capacity":{"cpu":"2"}}}""",
        ["namespaces"] = """{"metadata":{"name":"n"}}""",
        ["leases.coordination.k8s.io"] = """{"metadata":{"name":"l","namespace":"ns"},"spec":{"holderIdentity":"me","leaseDurationSeconds":10}}""",
        ["endpoints"] = """{"metadata":{"name":"e","namespace":"ns"},"subsets":[{"addresses":[{"ip":"10.0.0.1"}],"ports":[{"port":80}]}]}""",
        ["endpointslices.discovery.k8s.io"] = """{"metadata":{"name":"e","namespace":"ns"},"addressType":"IPv4","endpoints":[{"addresses":["10.0.0.1"]}],"ports":[{"port":80}]}""",
        ["events"] = """{"metadata":{"name":"e","namespace":"ns"},"involvedObject":{"kind":"Pod","apiVersion":"v1","namespace":"ns","name":"p"},"reason":"R","type":"Normal"}""",
        ["serviceaccounts"] = """{"metadata":{"name":"e","namespace":"ns"}}""",
        ["limitranges"] = """{"metadata":{"name":"l","namespace":"ns"},"spec":{"limits":[{"type":"Container"}]}}""",
        ["resourcequotas"] = """{"metadata":{"name":"q","namespace":"ns"},"spec":{"hard":{"pods":"5"}}}""",
        ["podtemplates"] = """{"metadata":{"name":"t","namespace":"ns"},"template":{"spec":{"containers":[""" + Container + "]}}}",
        ["replicationcontrollers"] = """{"metadata":{"name":"r","namespace":"ns"},"spec":{"template":{"metadata":{"labels":{"app":"x"}},"spec":{"containers":[""" + Container + "]}}}}",
        ["priorityclasses.scheduling.k8s.io"] = """{"metadata":{"name":"high"},"value":1000}""",
        ["runtimeclasses.node.k8s.io"] = """{"metadata":{"name":"r"},"handler":"runc"}""",
        ["ingresses.networking.k8s.io"] = """{"metadata":{"name":"i","namespace":"ns"},"spec":{"rules":[{"host":"a.io","http":{"paths":[{"path":"/","pathType":"Prefix","backend":{"service":{"name":"s","port":{"number":80}}}}]}}]}}""",
        ["ingressclasses.networking.k8s.io"] = """{"metadata":{"name":"c"},"spec":{"controller":"a.io/c","parameters":{"kind":"K","name":"n"}}}""",
        ["networkpolicies.networking.k8s.io"] = """{"metadata":{"name":"p","namespace":"ns"},"spec":{"ingress":[{"from":[{"podSelector":{}}],"ports":[{"port":80}]}]}}""",
        ["ipaddresses.networking.k8s.io"] = """{"metadata":{"name":"10.0.0.1"},"spec":{"parentRef":{"resource":"services","namespace":"ns","name":"s"}}}""",
        ["servicecidrs.networking.k8s.io"] = """{"metadata":{"name":"c"},"spec":{"cidrs":["10.0.0.0/24"]}}""",
        ["certificatesigningrequests.certificates.k8s.io"] = $$$"""{"metadata":{"name":"c"},"spec":{"request":"{{{Samples.CertificateRequest}}}","signerName":"a.io/s","usages":["client auth"]}}""",
        ["flowschemas.flowcontrol.apiserver.k8s.io"] = """{"metadata":{"name":"f"},"spec":{"priorityLevelConfiguration":{"name":"p"},"rules":[{"subjects":[{"kind":"User","user":{"name":"u"}}],"resourceRules":[{"verbs":["*"],"apiGroups":["*"],"resources":["*"],"namespaces":["*"]}],"nonResourceRules":[{"verbs":["get"],"nonResourceURLs":["/a/*"]}]}]}}""",
        ["prioritylevelconfigurations.flowcontrol.apiserver.k8s.io"] = """{"metadata":{"name":"p"},"spec":{"type":"Limited","limited":{"limitResponse":{"type":"Queue","queuing":{}}}}}""",
        ["roles.rbac.authorization.k8s.io"] = """{"metadata":{"name":"r","namespace":"ns"},"rules":[{"verbs":["get"],"apiGroups":[""],"resources":["pods"]}]}""",
        ["clusterroles.rbac.authorization.k8s.io"] = """{"metadata":{"name":"system:r"},"rules":[{"verbs":["get"],"nonResourceURLs":["/healthz"]}]}""",
        ["rolebindings.rbac.authorization.k8s.io"] = """{"metadata":{"name":"b","namespace":"ns"},"roleRef":{"kind":"Role","name":"r"},"subjects":[{"kind":"User","name":"u"}]}""",
        ["clusterrolebindings.rbac.authorization.k8s.io"] = """{"metadata":{"name":"b"},"roleRef":{"kind":"ClusterRole","name":"r"},"subjects":[{"kind":"ServiceAccount","name":"s","namespace":"ns"}]}""",
        ["customresourcedefinitions.apiextensions.k8s.io"] = """{"metadata":{"name":"widgets.example.com"},"spec":{"group":"example.com","scope":"Namespaced","names":{"plural":"widgets","kind":"Widget"},"versions":[{"name":"v1","served":true,"storage":true,"schema":{"openAPIV3Schema":{"type":"object","properties":{"spec":{"type":"object","properties":{"color":{"type":"string"},"size":{"type":"number"}}}}}}}]},"status":{"storedVersions":["v1"]}}""",
        ["mutatingadmissionpolicies.admissionregistration.k8s.io"] = """{"metadata":{"name":"x"},"spec":{"matchConstraints":{"resourceRules":[{"operations":["CREATE"],"apiGroups":[""],"apiVersions":["v1"],"resources":["pods"]}]},"mutations":[{"patchType":"JSONPatch","jsonPatch":{"expression":"[]"}}]}}""",
        ["mutatingadmissionpolicybindings.admissionregistration.k8s.io"] = """{"metadata":{"name":"x"},"spec":{"policyName":"p"}}""",
        ["mutatingwebhookconfigurations.admissionregistration.k8s.io"] = """{"metadata":{"name":"x"},"webhooks":[{"name":"a.example.com","clientConfig":{"url":"https://example.com/x"},"rules":[{"operations":["CREATE"],"apiGroups":[""],"apiVersions":["v1"],"resources":["pods"]}],"sideEffects":"None","admissionReviewVersions":["v1"]}]}""",
        ["validatingadmissionpolicies.admissionregistration.k8s.io"] = """{"metadata":{"name":"x"},"spec":{"matchConstraints":{"resourceRules":[{"operations":["CREATE"],"apiGroups":[""],"apiVersions":["v1"],"resources":["pods"]}]},"validations":[{"expression":"true"}]}}""",
        ["validatingadmissionpolicybindings.admissionregistration.k8s.io"] = """{"metadata":{"name":"x"},"spec":{"policyName":"p","validationActions":["Deny"]}}""",
        ["validatingwebhookconfigurations.admissionregistration.k8s.io"] = """{"metadata":{"name":"x"},"webhooks":[{"name":"a.example.com","clientConfig":{"url":"https://example.com/x"},"rules":[{"operations":["CREATE"],"apiGroups":[""],"apiVersions":["v1"],"resources":["pods"]}],"sideEffects":"None","admissionReviewVersions":["v1"]}]}""",
        ["apiservices.apiregistration.k8s.io"] = """{"metadata":{"name":"v1.example.com"},"spec":{"group":"example.com","version":"v1","groupPriorityMinimum":100,"versionPriority":10}}""",
        ["controllerrevisions.apps"] = """{"metadata":{"name":"e","namespace":"ns"},"data":{},"revision":1}""",
        ["persistentvolumes"] = """{"metadata":{"name":"v"},"spec":{"capacity":{"storage":"1Gi"},"accessModes":["ReadWriteOnce"],"hostPath":{"path":"/data"}}}""",
        ["persistentvolumeclaims"] = """{"metadata":{"name":"c","namespace":"ns"},"spec":{"accessModes":["ReadWriteOnce"],"resources":{"requests":{"storage":"1Gi"}}}}""",
        ["storageclasses.storage.k8s.io"] = """{"metadata":{"name":"fast"},"provisioner":"example.com/disks","parameters":{"kind":"ssd"}}""",
        ["volumeattributesclasses.storage.k8s.io"] = """{"metadata":{"name":"gold"},"driverName":"disks.example.com","parameters":{"iops":"5000"}}""",
        ["volumeattachments.storage.k8s.io"] = """{"metadata":{"name":"a"},"spec":{"attacher":"disks.example.com","nodeName":"n","source":{"persistentVolumeName":"v"}}}""",
        ["csidrivers.storage.k8s.io"] = """{"metadata":{"name":"disks.example.com"},"spec":{}}""",
        ["csinodes.storage.k8s.io"] = """{"metadata":{"name":"n"},"spec":{"drivers":[{"name":"disks.example.com","nodeID":"i-1","topologyKeys":["zone"]}]}}""",
        ["csistoragecapacities.storage.k8s.io"] = """{"metadata":{"name":"c","namespace":"ns"},"storageClassName":"fast","capacity":"10Gi"}""",
    };

    /// <summary>The moment at which columns are looked at.</summary>
    public static DateTime Now { get; } = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    public static IEnumerable<string> Kinds => s_valid.Keys;

    public static Resource ResourceOf(string kind) => Catalog.All.First(r => r.Info.GroupResource == kind);

    /// <summary>The valid object with changes, read and defaulted as the server does.</summary>
    public static IKubeObject Read(string kind, string changes = "")
    {
        var resource = ResourceOf(kind);
        var json = JsonNode.Parse(s_valid[kind])!;
        foreach (var change in changes.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = change.IndexOf('=', StringComparison.Ordinal);
            Set(json, change[..equals].Trim(), change[(equals + 1)..].Trim());
        }

        var obj = (IKubeObject)ApiJson.Deserialize(System.Text.Encoding.UTF8.GetBytes(json.ToJsonString()), resource.Type);
        resource.Default(obj);
        return obj;
    }

    public static IReadOnlyList<FieldError> ErrorsOfCreate(string kind, string changes)
    {
        var errors = new FieldErrors();
        ResourceOf(kind).Validate(Read(kind, changes), errors);
        return [.. errors];
    }

    public static IReadOnlyList<FieldError> ErrorsOfUpdate(string kind, string before, string after)
    {
        var (errors, resource) = (new FieldErrors(), ResourceOf(kind));
        var (obj, old) = (Read(kind, after), Read(kind, before));
        resource.PrepareForUpdate(obj, old);
        resource.ValidateUpdate(obj, old, errors);
        return [.. errors];
    }

    public static IReadOnlyList<FieldError> ErrorsOfStatus(string kind, string before, string after)
    {
        var (errors, resource) = (new FieldErrors(), ResourceOf(kind));
        var (obj, old) = (Read(kind, after), Read(kind, before));
        resource.PrepareForStatusUpdate(obj, old);
        resource.ValidateStatusUpdate(obj, old, errors);
        return [.. errors];
    }

    /// <summary>The field at a dotted path as text: JSON, or the bare value of a scalar; null when absent.</summary>
    public static string? At(IKubeObject obj, string path)
    {
        var node = JsonNode.Parse(ApiJson.Serialize<object>(obj));
        foreach (var step in path.Split('.'))
        {
            node = node is JsonArray array ? array[int.Parse(step)] : node?[step];
        }

        return node is JsonValue value ? value.ToString() : node?.ToJsonString();
    }

    private static string Workload(string name) =>
        """{"metadata":{"namespace":"ns","name":""" + $"\"{name}\"}}"
        + ""","spec":{"selector":{"matchLabels":{"app":"x"}},"template":{"metadata":{"labels":{"app":"x"}},"spec":{"containers":[""" + Container + "]}}}}";

    private static void Set(JsonNode root, string path, string json)
    {
        var node = root;
        var steps = path.Split('.');
        foreach (var step in steps[..^1])
        {
            node = node is JsonArray array ? At(array, int.Parse(step)) : node[step] ??= new JsonObject();
        }

        var value = json.Length == 0 ? null : JsonNode.Parse(json);
        if (node is JsonArray list)
        {
            At(list, int.Parse(steps[^1]));
            list[int.Parse(steps[^1])] = value;
        }
        else if (json.Length == 0)
        {
            node.AsObject().Remove(steps[^1]);
        }
        else
        {
            node[steps[^1]] = value;
        }
    }

    private static JsonNode At(JsonArray array, int index)
    {
        while (array.Count <= index)
        {
            array.Add(new JsonObject());
        }

        return array[index]!;
    }
}
