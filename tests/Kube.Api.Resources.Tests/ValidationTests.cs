namespace Kube.Api.Resources.Tests;

/// <summary>One row per rule: what is changed in a valid object, and the one error that must come of it.</summary>
public class ValidationTests
{
    private const string C = "spec.containers.0";

    public static TheoryData<string> Kinds() => [.. Manifest.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Validate_ValidObject_HasNoErrors(string kind)
    {
        Assert.Empty(Manifest.ErrorsOfCreate(kind, ""));
        Assert.Empty(Manifest.ErrorsOfUpdate(kind, "", ""));
    }

    [Theory]
    [InlineData("pods", "metadata.name = \"Abc\"", "metadata.name: Invalid value: \"Abc\": a lowercase RFC 1123 subdomain")]
    [InlineData("pods", "metadata.name = ", "metadata.name: Required value: name or generateName is required")]
    [InlineData("pods", "metadata.namespace = ", "metadata.namespace: Required value")]
    [InlineData("nodes", "metadata.namespace = \"x\"", "metadata.namespace: Forbidden: not allowed on this type")]
    [InlineData("namespaces", "metadata.name = \"a.b\"", "metadata.name: Invalid value: \"a.b\": a lowercase RFC 1123 label")]
    [InlineData("services", "metadata.name = \"1a\"", "metadata.name: Invalid value: \"1a\": a DNS-1035 label")]
    [InlineData("pods", "metadata.labels = {\"a b\":\"c\"}", "metadata.labels: Invalid value: \"a b\": name part must consist")]
    [InlineData("pods", "metadata.labels = {\"a\":\"c d\"}", "metadata.labels: Invalid value: \"c d\": a valid label")]
    [InlineData("pods", "metadata.annotations = {\"a b\":\"c\"}", "metadata.annotations: Invalid value: \"a b\": name part")]
    [InlineData("pods", "metadata.finalizers = [\"a b\"]", "metadata.finalizers: Invalid value: \"a b\": name part")]
    [InlineData("pods", "metadata.ownerReferences = [{\"apiVersion\":\"v1\",\"kind\":\"X\",\"name\":\"n\"}]", "metadata.ownerReferences[0].uid: Invalid value: \"\": must not be empty")]
    public void Metadata(string kind, string change, string expected) => Expect(kind, change, expected);

    [Theory]
    [InlineData("spec.containers = []", "spec.containers: Required value")]
    [InlineData(C + ".image = ", "spec.containers[0].image: Required value")]
    [InlineData(C + ".image = \" i\"", "spec.containers[0].image: Invalid value: \" i\": must not have leading or trailing whitespace")]
    [InlineData(C + ".name = ", "spec.containers[0].name: Required value")]
    [InlineData(C + ".name = \"A\"", "spec.containers[0].name: Invalid value: \"A\": a lowercase RFC 1123 label")]
    [InlineData("spec.containers.1 = {\"name\":\"c\",\"image\":\"i\"}", "spec.containers[1].name: Duplicate value: \"c\"")]
    [InlineData("spec.initContainers = [{\"name\":\"c\",\"image\":\"i\"}]", "spec.initContainers[0].name: Duplicate value: \"c\"")]
    [InlineData("spec.initContainers = [{\"name\":\"i\",\"image\":\"i\",\"livenessProbe\":{\"exec\":{\"command\":[\"x\"]}}}]", "spec.initContainers[0].livenessProbe: Forbidden: may not be set for init containers without restartPolicy=Always")]
    [InlineData(C + ".imagePullPolicy = \"Sometimes\"", "spec.containers[0].imagePullPolicy: Unsupported value: \"Sometimes\": supported values: \"Always\", \"IfNotPresent\", \"Never\"")]
    [InlineData(C + ".terminationMessagePolicy = \"X\"", "spec.containers[0].terminationMessagePolicy: Unsupported value: \"X\"")]
    [InlineData(C + ".ports = [{\"containerPort\":0}]", "spec.containers[0].ports[0].containerPort: Required value")]
    [InlineData(C + ".ports = [{\"containerPort\":70000}]", "spec.containers[0].ports[0].containerPort: Invalid value: 70000: must be between 1 and 65535, inclusive")]
    [InlineData(C + ".ports = [{\"containerPort\":80,\"hostPort\":-1}]", "spec.containers[0].ports[0].hostPort: Invalid value: -1: must be between 1 and 65535, inclusive")]
    [InlineData(C + ".ports = [{\"containerPort\":80,\"protocol\":\"tcp\"}]", "spec.containers[0].ports[0].protocol: Unsupported value: \"tcp\": supported values: \"SCTP\", \"TCP\", \"UDP\"")]
    [InlineData(C + ".ports = [{\"containerPort\":80,\"name\":\"a_b\"}]", "spec.containers[0].ports[0].name: Invalid value: \"a_b\": must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)")]
    [InlineData(C + ".ports = [{\"containerPort\":80,\"name\":\"a\"},{\"containerPort\":81,\"name\":\"a\"}]", "spec.containers[0].ports[1].name: Duplicate value: \"a\"")]
    [InlineData(C + ".ports = [{\"containerPort\":80,\"hostPort\":80},{\"containerPort\":81,\"hostPort\":80}]", "spec.containers[0].ports[1].hostPort: Duplicate value: \"TCP//80\"")]
    [InlineData("spec.hostNetwork = true; " + C + ".ports = [{\"containerPort\":80,\"hostPort\":81}]", "spec.containers[0].ports[0].containerPort: Invalid value: 80: must match `hostPort` when `hostNetwork` is true")]
    [InlineData("spec.restartPolicy = \"Sometimes\"", "spec.restartPolicy: Unsupported value: \"Sometimes\": supported values: \"Always\", \"Never\", \"OnFailure\"")]
    [InlineData("spec.dnsPolicy = \"Mine\"", "spec.dnsPolicy: Unsupported value: \"Mine\"")]
    [InlineData("spec.dnsPolicy = \"None\"", "spec.dnsConfig: Required value: must provide `dnsConfig` when `dnsPolicy` is None")]
    [InlineData("spec.activeDeadlineSeconds = 0", "spec.activeDeadlineSeconds: Invalid value: 0: must be between 1 and 2147483647, inclusive")]
    [InlineData("spec.nodeSelector = {\"a\":\"b c\"}", "spec.nodeSelector: Invalid value: \"b c\": a valid label")]
    [InlineData("spec.hostname = \"a.b\"", "spec.hostname: Invalid value: \"a.b\": a lowercase RFC 1123 label")]
    [InlineData("spec.hostAliases = [{\"ip\":\"999.1.1.1\"}]", "spec.hostAliases[0].ip: Invalid value: \"999.1.1.1\": must be a valid IP address")]
    [InlineData("spec.schedulingGates = [{\"name\":\"a\"},{\"name\":\"a\"}]", "spec.schedulingGates[1]: Duplicate value: \"a\"")]
    [InlineData("spec.ephemeralContainers = [{\"name\":\"e\",\"image\":\"i\"}]", "spec.ephemeralContainers: Forbidden: cannot be set on create")]
    [InlineData("spec.shareProcessNamespace = true; spec.hostPID = true", "spec.shareProcessNamespace: Invalid value: true: ShareProcessNamespace and HostPID cannot both be enabled")]
    [InlineData("spec.securityContext.runAsUser = -1", "spec.securityContext.runAsUser: Invalid value: -1: must be between 0 and 2147483647, inclusive")]
    public void Pod(string change, string expected) => Expect("pods", change, expected);

    [Theory]
    [InlineData("[{\"name\":\"\"}]", "env[0].name: Required value")]
    [InlineData("[{\"name\":\"a=b\"}]", "env[0].name: Invalid value: \"a=b\": a valid environment variable name")]
    [InlineData("[{\"name\":\"a\",\"valueFrom\":{}}]", "env[0].valueFrom: Invalid value: \"\": must specify one of:")]
    [InlineData("[{\"name\":\"a\",\"value\":\"b\",\"valueFrom\":{\"fieldRef\":{\"fieldPath\":\"metadata.name\"}}}]", "env[0].valueFrom: Invalid value: \"\": may not be specified when `value` is not empty")]
    [InlineData("[{\"name\":\"a\",\"valueFrom\":{\"fieldRef\":{\"fieldPath\":\"metadata.name\"},\"secretKeyRef\":{\"name\":\"s\",\"key\":\"k\"}}}]", "env[0].valueFrom: Invalid value: \"\": may not have more than one field specified at a time")]
    [InlineData("[{\"name\":\"a\",\"valueFrom\":{\"fieldRef\":{\"fieldPath\":\"spec.x\"}}}]", "env[0].valueFrom.fieldRef.fieldPath: Unsupported value: \"spec.x\"")]
    [InlineData("[{\"name\":\"a\",\"valueFrom\":{\"resourceFieldRef\":{\"resource\":\"limits.x\"}}}]", "env[0].valueFrom.resourceFieldRef.resource: Unsupported value: \"limits.x\"")]
    [InlineData("[{\"name\":\"a\",\"valueFrom\":{\"configMapKeyRef\":{\"name\":\"c\"}}}]", "env[0].valueFrom.configMapKeyRef.key: Required value")]
    [InlineData("[{\"name\":\"a\",\"valueFrom\":{\"secretKeyRef\":{\"name\":\"c\",\"key\":\"a/b\"}}}]", "env[0].valueFrom.secretKeyRef.key: Invalid value: \"a/b\": a valid config key")]
    public void Env(string env, string expected) => Expect("pods", $"{C}.env = {env}", "spec.containers[0]." + expected);

    [Theory]
    [InlineData("{}", "livenessProbe: Required value: must specify a handler type")]
    [InlineData("{\"exec\":{\"command\":[\"a\"]},\"tcpSocket\":{\"port\":1}}", "livenessProbe.tcpSocket: Forbidden: may not specify more than 1 handler type")]
    [InlineData("{\"exec\":{}}", "livenessProbe.exec.command: Required value")]
    [InlineData("{\"httpGet\":{\"port\":0}}", "livenessProbe.httpGet.port: Invalid value: 0: must be between 1 and 65535, inclusive")]
    [InlineData("{\"httpGet\":{\"port\":80,\"scheme\":\"http\"}}", "livenessProbe.httpGet.scheme: Unsupported value: \"http\": supported values: \"HTTP\", \"HTTPS\"")]
    [InlineData("{\"tcpSocket\":{\"port\":1},\"periodSeconds\":-1}", "livenessProbe.periodSeconds: Invalid value: -1: must be greater than or equal to 0")]
    [InlineData("{\"tcpSocket\":{\"port\":1},\"successThreshold\":2}", "livenessProbe.successThreshold: Invalid value: 2: must be 1")]
    [InlineData("{\"tcpSocket\":{\"port\":1},\"terminationGracePeriodSeconds\":0}", "livenessProbe.terminationGracePeriodSeconds: Invalid value: 0: must be greater than 0")]
    public void Probe(string probe, string expected) => Expect("pods", $"{C}.livenessProbe = {probe}", "spec.containers[0]." + expected);

    [Theory]
    [InlineData("{\"limits\":{\"cpu\":\"1\"},\"requests\":{\"cpu\":\"2\"}}", "requests: Invalid value: \"2\": must be less than or equal to cpu limit of 1")]
    [InlineData("{\"limits\":{\"cpu\":\"-1\"}}", "limits[cpu]: Invalid value: \"-1\": must be greater than or equal to 0")]
    [InlineData("{\"limits\":{\"apples\":\"1\"}}", "limits[apples]: Invalid value: \"apples\": must be a standard resource for containers")]
    [InlineData("{\"limits\":{\"example.com/gpu\":\"500m\"}}", "limits[example.com/gpu]: Invalid value: \"500m\": must be an integer")]
    [InlineData("{\"requests\":{\"example.com/gpu\":\"1\"}}", "limits: Required value: Limit must be set for non overcommitable resources")]
    public void Resources(string resources, string expected)
    {
        var errors = Manifest.ErrorsOfCreate("pods", $"{C}.resources = {resources}");

        Assert.StartsWith("spec.containers[0].resources." + expected, errors[0].ToString());
    }

    [Theory]
    [InlineData("[{\"name\":\"\"}]", "spec.volumes[0].name: Required value")]
    [InlineData("[{\"name\":\"v\"},{\"name\":\"v\"}]", "spec.volumes[1].name: Duplicate value: \"v\"")]
    [InlineData("[{\"name\":\"v\",\"emptyDir\":{},\"hostPath\":{\"path\":\"/\"}}]", "spec.volumes[0].emptyDir: Forbidden: may not specify more than 1 volume type")]
    [InlineData("[{\"name\":\"v\",\"hostPath\":{}}]", "spec.volumes[0].hostPath.path: Required value")]
    [InlineData("[{\"name\":\"v\",\"hostPath\":{\"path\":\"/a/../b\"}}]", "spec.volumes[0].hostPath.path: Invalid value: \"/a/../b\": must not contain '..'")]
    [InlineData("[{\"name\":\"v\",\"hostPath\":{\"path\":\"/\",\"type\":\"Dir\"}}]", "spec.volumes[0].hostPath.type: Unsupported value: \"Dir\"")]
    [InlineData("[{\"name\":\"v\",\"configMap\":{}}]", "spec.volumes[0].configMap.name: Required value")]
    [InlineData("[{\"name\":\"v\",\"secret\":{}}]", "spec.volumes[0].secret.secretName: Required value")]
    [InlineData("[{\"name\":\"v\",\"secret\":{\"secretName\":\"s\",\"defaultMode\":512}}]", "spec.volumes[0].secret.defaultMode: Invalid value: 512: must be a number between 0 and 0777 (octal), both inclusive")]
    [InlineData("[{\"name\":\"v\",\"configMap\":{\"name\":\"c\",\"items\":[{\"key\":\"k\",\"path\":\"/abs\"}]}}]", "spec.volumes[0].configMap.items[0].path: Invalid value: \"/abs\": must be a relative path")]
    public void Volume(string volumes, string expected) => Expect("pods", $"spec.volumes = {volumes}", expected);

    [Theory]
    [InlineData("[{\"name\":\"x\",\"mountPath\":\"/x\"}]", "[0].name: Not found: \"x\"")]
    [InlineData("[{\"name\":\"v\"}]", "[0].mountPath: Required value")]
    [InlineData("[{\"name\":\"v\",\"mountPath\":\"/x\"},{\"name\":\"v\",\"mountPath\":\"/x\"}]", "[1].mountPath: Invalid value: \"/x\": must be unique")]
    [InlineData("[{\"name\":\"v\",\"mountPath\":\"/x\",\"subPath\":\"/abs\"}]", "[0].subPath: Invalid value: \"/abs\": must be a relative path")]
    [InlineData("[{\"name\":\"v\",\"mountPath\":\"/x\",\"subPath\":\"a/../..\"}]", "[0].subPath: Invalid value: \"a/../..\": must not contain '..'")]
    public void Mount(string mounts, string expected) =>
        Expect("pods", $"spec.volumes = [{{\"name\":\"v\"}}]; {C}.volumeMounts = {mounts}", "spec.containers[0].volumeMounts" + expected);

    [Theory]
    [InlineData("spec.tolerations = [{\"operator\":\"Equal\"}]", "spec.tolerations[0].operator: Invalid value: \"Equal\": operator must be Exists when `key` is empty")]
    [InlineData("spec.tolerations = [{\"key\":\"a\",\"operator\":\"Has\"}]", "spec.tolerations[0].operator: Unsupported value: \"Has\": supported values: \"Equal\", \"Exists\"")]
    [InlineData("spec.tolerations = [{\"key\":\"a\",\"effect\":\"NoSchedule\",\"tolerationSeconds\":3}]", "spec.tolerations[0].effect: Invalid value: \"NoSchedule\": effect must be 'NoExecute' when `tolerationSeconds` is set")]
    [InlineData("spec.tolerations = [{\"key\":\"a\",\"effect\":\"Never\"}]", "spec.tolerations[0].effect: Unsupported value: \"Never\"")]
    [InlineData("spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution = {}", "spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms: Required value: must have at least one node selector term")]
    [InlineData("spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution = [{}]", "spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].topologyKey: Required value: can not be empty")]
    [InlineData("spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution = [{\"weight\":0,\"preference\":{}}]", "spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].weight: Invalid value: 0: must be in the range 1-100")]
    [InlineData("spec.topologySpreadConstraints = [{\"maxSkew\":0,\"topologyKey\":\"a\",\"whenUnsatisfiable\":\"DoNotSchedule\"}]", "spec.topologySpreadConstraints[0].maxSkew: Invalid value: 0: must be greater than zero")]
    [InlineData("spec.topologySpreadConstraints = [{\"maxSkew\":1,\"topologyKey\":\"a\",\"whenUnsatisfiable\":\"X\"}]", "spec.topologySpreadConstraints[0].whenUnsatisfiable: Unsupported value: \"X\"")]
    public void Scheduling(string change, string expected) => Expect("pods", change, expected);

    [Theory]
    [InlineData("deployments.apps", "spec.selector = ", "spec.selector: Required value")]
    [InlineData("deployments.apps", "spec.selector = {}", "spec.selector: Invalid value: {}: empty selector is invalid for deployment")]
    [InlineData("deployments.apps", "spec.template.metadata.labels = {\"app\":\"y\"}", "spec.template.metadata.labels: Invalid value: {\"app\":\"y\"}: `selector` does not match template `labels`")]
    [InlineData("deployments.apps", "spec.replicas = -1", "spec.replicas: Invalid value: -1: must be greater than or equal to 0")]
    [InlineData("deployments.apps", "spec.strategy.type = \"Fast\"", "spec.strategy.type: Unsupported value: \"Fast\": supported values: \"Recreate\", \"RollingUpdate\"")]
    [InlineData("deployments.apps", "spec.strategy = {\"type\":\"Recreate\",\"rollingUpdate\":{}}", "spec.strategy.rollingUpdate: Forbidden: may not be specified when strategy `type` is 'Recreate'")]
    [InlineData("deployments.apps", "spec.strategy.rollingUpdate = {\"maxSurge\":0,\"maxUnavailable\":0}", "spec.strategy.rollingUpdate.maxUnavailable: Invalid value: \"0\": may not be 0 when `maxSurge` is 0")]
    [InlineData("deployments.apps", "spec.strategy.rollingUpdate = {\"maxSurge\":\"x\"}", "spec.strategy.rollingUpdate.maxSurge: Invalid value: \"x\": a valid percent string")]
    [InlineData("deployments.apps", "spec.strategy.rollingUpdate = {\"maxUnavailable\":\"101%\"}", "spec.strategy.rollingUpdate.maxUnavailable: Invalid value: \"101%\": must not be greater than 100%")]
    [InlineData("deployments.apps", "spec.minReadySeconds = 600", "spec.progressDeadlineSeconds: Invalid value: 600: must be greater than minReadySeconds")]
    [InlineData("deployments.apps", "spec.template.spec.restartPolicy = \"Never\"", "spec.template.spec.restartPolicy: Unsupported value: \"Never\": supported values: \"Always\"")]
    [InlineData("deployments.apps", "spec.template.spec.containers = []", "spec.template.spec.containers: Required value")]
    [InlineData("replicasets.apps", "spec.selector.matchExpressions = [{\"key\":\"a\",\"operator\":\"In\"}]", "spec.selector.matchExpressions[0].values: Required value: must be specified when `operator` is 'In' or 'NotIn'")]
    [InlineData("replicasets.apps", "spec.template.spec.activeDeadlineSeconds = 5", "spec.template.spec.activeDeadlineSeconds: Forbidden: activeDeadlineSeconds in ReplicaSet is not Supported")]
    [InlineData("controllerrevisions.apps", "revision = -1", "revision: Invalid value: -1: must be greater than or equal to 0")]
    public void Workload(string kind, string change, string expected) => Expect(kind, change, expected);

    [Theory]
    [InlineData("spec.ports = []", "spec.ports: Required value")]
    [InlineData("spec.ports = [{\"port\":80},{\"port\":81,\"name\":\"b\"}]", "spec.ports[0].name: Required value")]
    [InlineData("spec.ports = [{\"port\":80,\"name\":\"a\"},{\"port\":81,\"name\":\"a\"}]", "spec.ports[1].name: Duplicate value: \"a\"")]
    [InlineData("spec.ports = [{\"port\":80,\"name\":\"a\"},{\"port\":80,\"name\":\"b\"}]", "spec.ports[1]: Duplicate value: {\"protocol\":\"TCP\",\"port\":80}")]
    [InlineData("spec.ports.0 = {\"port\":0,\"targetPort\":1}", "spec.ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive")]
    [InlineData("spec.ports.0.protocol = \"HTTP\"", "spec.ports[0].protocol: Unsupported value: \"HTTP\": supported values: \"SCTP\", \"TCP\", \"UDP\"")]
    [InlineData("spec.ports.0.nodePort = 30000", "spec.ports[0].nodePort: Forbidden: may not be used when `type` is 'ClusterIP'")]
    [InlineData("spec.ports.0.targetPort = \"web_1\"", "spec.ports[0].targetPort: Invalid value: \"web_1\": must contain only alpha-numeric")]
    [InlineData("spec.type = \"Magic\"", "spec.type: Unsupported value: \"Magic\": supported values: \"ClusterIP\", \"ExternalName\", \"LoadBalancer\", \"NodePort\"")]
    [InlineData("spec.type = \"NodePort\"; spec.clusterIP = \"None\"", "spec.clusterIPs[0]: Invalid value: \"None\": may not be set to 'None' for NodePort services")]
    [InlineData("spec.type = \"ExternalName\"", "spec.externalName: Required value")]
    [InlineData("spec.type = \"ExternalName\"; spec.externalName = \"a.b\"; spec.clusterIP = \"10.0.0.1\"", "spec.clusterIPs: Forbidden: may not be set for ExternalName services")]
    [InlineData("spec.clusterIP = \"1.2.3\"", "spec.clusterIPs[0]: Invalid value: \"1.2.3\": must be a valid IP address")]
    [InlineData("spec.sessionAffinity = \"Sticky\"", "spec.sessionAffinity: Unsupported value: \"Sticky\": supported values: \"ClientIP\", \"None\"")]
    [InlineData("spec.externalTrafficPolicy = \"Local\"", "spec.externalTrafficPolicy: Invalid value: \"Local\": may only be set for externally-accessible services")]
    [InlineData("spec.selector = {\"a\":\"b c\"}", "spec.selector: Invalid value: \"b c\": a valid label")]
    public void Service(string change, string expected) => Expect("services", change, expected);

    [Theory]
    [InlineData("configmaps", "data = {\"a/b\":\"c\"}", "data[a/b]: Invalid value: \"a/b\": a valid config key")]
    [InlineData("configmaps", "data = {\"..\":\"c\"}", "data[..]: Invalid value: \"..\": must not be '..'")]
    [InlineData("configmaps", "binaryData = {\"key\":\"AA==\"}", "data[key]: Invalid value: \"key\": duplicate of key present in binaryData")]
    [InlineData("secrets", "type = \"kubernetes.io/tls\"; data = {\"tls.crt\":\"AA==\"}", "data[tls.key]: Required value")]
    [InlineData("secrets", "type = \"kubernetes.io/dockerconfigjson\"; data = {\".dockerconfigjson\":\"AA==\"}", "data[.dockerconfigjson]: Invalid value: \"<secret contents redacted>\"")]
    [InlineData("secrets", "type = \"kubernetes.io/ssh-auth\"", "data[ssh-privatekey]: Required value")]
    [InlineData("nodes", "spec.taints = [{\"key\":\"a\",\"effect\":\"X\"}]", "spec.taints[0].effect: Unsupported value: \"X\"")]
    [InlineData("nodes", "status = {\"allocatable\":{},\"capacity\":{\"cpu\":\"-1\"}}", "status.capacity[cpu]: Invalid value: \"-1\": must be greater than or equal to 0")]
    [InlineData("leases.coordination.k8s.io", "spec.leaseDurationSeconds = 0", "spec.leaseDurationSeconds: Invalid value: 0: must be greater than 0")]
    [InlineData("endpoints", "subsets.0 = {}", "subsets[0]: Required value: must specify `addresses` or `notReadyAddresses`")]
    [InlineData("endpoints", "subsets.0.addresses.0.ip = \"127.0.0.1\"", "subsets[0].addresses[0].ip: Invalid value: \"127.0.0.1\": may not be in the loopback range")]
    [InlineData("endpointslices.discovery.k8s.io", "addressType = \"IPX\"", "addressType: Unsupported value: \"IPX\": supported values: \"FQDN\", \"IPv4\", \"IPv6\"")]
    [InlineData("endpointslices.discovery.k8s.io", "endpoints.0.addresses = []", "endpoints[0].addresses: Required value: must contain at least 1 address")]
    [InlineData("endpointslices.discovery.k8s.io", "endpoints.0.addresses = [\"::1\"]", "endpoints[0].addresses[0]: Invalid value: \"::1\": must be an IPv4 address")]
    [InlineData("events", "involvedObject.namespace = \"other\"", "involvedObject.namespace: Invalid value: \"other\": does not match event.namespace")]
    public void Other(string kind, string change, string expected) => Expect(kind, change, expected);

    [Fact]
    public void Pod_ManyFaults_AreAllListed()
    {
        var errors = Manifest.ErrorsOfCreate("pods", "metadata.name = ; spec.containers = [{},{\"name\":\"B\"}]; spec.restartPolicy = \"X\"");

        Assert.Equal(
            ["metadata.name", "spec.containers[0].name", "spec.containers[0].image", "spec.containers[1].name", "spec.containers[1].image", "spec.restartPolicy"],
            errors.Select(e => e.Field));
    }

    [Fact]
    public void ConfigMap_OverAMebibyte_IsTooLong() => Expect("configmaps", $"data = {{\"k\":\"{new string('x', 1024 * 1024 + 1)}\"}}", "[]: Too long: may not be more than 1048576 bytes");

    [Fact]
    public void Annotations_OverTheirTotal_AreTooLong() =>
        Expect("configmaps", $"metadata.annotations = {{\"k\":\"{new string('x', 256 * 1024)}\"}}", "metadata.annotations: Too long: may not be more than 262144 bytes");

    [Theory]
    [InlineData("pods", "spec.nodeName = \"a\"", "spec.nodeName = \"b\"", "spec: Forbidden: pod updates may not change fields other than")]
    [InlineData("pods", "", "spec.containers.1 = {\"name\":\"d\",\"image\":\"i\"}", "spec.containers: Forbidden: pod updates may not add or remove containers")]
    [InlineData("pods", "spec.tolerations = [{\"key\":\"a\",\"operator\":\"Exists\"}]", "", "spec.tolerations: Forbidden: existing toleration can not be modified except its tolerationSeconds")]
    [InlineData("pods", "spec.activeDeadlineSeconds = 5", "spec.activeDeadlineSeconds = 6", "spec.activeDeadlineSeconds: Invalid value: 6: must be less than or equal to previous value")]
    [InlineData("deployments.apps", "", "spec.selector.matchLabels = {\"app\":\"y\"}; spec.template.metadata.labels = {\"app\":\"y\"}", "spec.selector: Invalid value: {\"matchLabels\":{\"app\":\"y\"}}: field is immutable")]
    [InlineData("replicasets.apps", "", "spec.selector.matchLabels = {\"app\":\"y\"}; spec.template.metadata.labels = {\"app\":\"y\"}", "spec.selector: Invalid value: {\"matchLabels\":{\"app\":\"y\"}}: field is immutable")]
    [InlineData("services", "spec.clusterIP = \"10.0.0.1\"", "spec.clusterIP = \"10.0.0.2\"", "spec.clusterIPs[0]: Invalid value: [\"10.0.0.2\"]: may not change once set")]
    [InlineData("configmaps", "immutable = true", "immutable = true; data = {\"key\":\"other\"}", "data: Forbidden: field is immutable when `immutable` is set")]
    [InlineData("configmaps", "immutable = true", "", "immutable: Forbidden: field is immutable when `immutable` is set")]
    [InlineData("secrets", "immutable = true", "immutable = true; data = {}", "data: Forbidden: field is immutable when `immutable` is set")]
    [InlineData("secrets", "", "type = \"other\"", "type: Invalid value: \"other\": field is immutable")]
    [InlineData("nodes", "spec.podCIDR = \"10.1.0.0/24\"", "spec.podCIDR = \"10.2.0.0/24\"", "spec.podCIDRs: Forbidden: node updates may not change podCIDR except from \"\" to valid")]
    [InlineData("endpointslices.discovery.k8s.io", "", "addressType = \"FQDN\"; endpoints = []", "addressType: Invalid value: \"FQDN\": field is immutable")]
    [InlineData("pods", "metadata.uid = \"a\"", "metadata.uid = \"b\"", "metadata.uid: Invalid value: \"b\": field is immutable")]
    public void Update(string kind, string before, string after, string expected)
    {
        var error = Assert.Single(Manifest.ErrorsOfUpdate(kind, before, after));

        Assert.StartsWith(expected, error.ToString());
    }

    [Theory]
    [InlineData("pods", "", "spec.containers.0.image = \"j:2\"")]
    [InlineData("pods", "", "spec.tolerations = [{\"key\":\"a\",\"operator\":\"Exists\"}]")]
    [InlineData("pods", "spec.containers.0.resources.limits = {\"cpu\":\"1\",\"memory\":\"1Gi\"}", "spec.containers.0.resources.limits = {\"memory\":\"1024Mi\",\"cpu\":\"1000m\"}")]
    [InlineData("pods", "", "spec.tolerations = []")]
    [InlineData("services", "spec.clusterIP = \"10.0.0.1\"; spec.type = \"NodePort\"; spec.ports.0.nodePort = 30000", "spec.type = \"NodePort\"")]
    [InlineData("services", "spec.clusterIP = \"10.0.0.1\"; spec.type = \"NodePort\"; spec.ports.0.nodePort = 30000", "spec.clusterIP = \"10.0.0.1\"; spec.ports.0.nodePort = 30000")]
    [InlineData("services", "spec.clusterIP = \"10.0.0.1\"", "spec.clusterIP = \"10.0.0.1\"; spec.type = \"ExternalName\"; spec.externalName = \"a.example\"")]
    public void Update_OfWhatMayChange_HasNoErrors(string kind, string before, string after) => Assert.Empty(Manifest.ErrorsOfUpdate(kind, before, after));

    private static void Expect(string kind, string change, string expected)
    {
        var error = Assert.Single(Manifest.ErrorsOfCreate(kind, change));

        Assert.StartsWith(expected, error.ToString());
    }
}
