namespace Kube.Api.Resources.Tests;

/// <summary>What an object says after defaulting that its author did not.</summary>
public class DefaultTests
{
    [Theory]
    [InlineData("pods", "", "spec.restartPolicy", "Always")]
    [InlineData("pods", "", "spec.dnsPolicy", "ClusterFirst")]
    [InlineData("pods", "", "spec.schedulerName", "default-scheduler")]
    [InlineData("pods", "", "spec.terminationGracePeriodSeconds", "30")]
    [InlineData("pods", "", "spec.enableServiceLinks", "true")]
    [InlineData("pods", "", "spec.securityContext", "{}")]
    [InlineData("pods", "", "spec.containers.0.resources", "{}")]
    [InlineData("pods", "", "spec.containers.0.terminationMessagePath", "/dev/termination-log")]
    [InlineData("pods", "", "spec.containers.0.terminationMessagePolicy", "File")]
    [InlineData("pods", "", "spec.containers.0.imagePullPolicy", "IfNotPresent")]
    [InlineData("pods", "spec.containers.0.image = \"i\"", "spec.containers.0.imagePullPolicy", "Always")]
    [InlineData("pods", "spec.containers.0.image = \"host:5000/i\"", "spec.containers.0.imagePullPolicy", "Always")]
    [InlineData("pods", "spec.containers.0.image = \"host:5000/i:latest\"", "spec.containers.0.imagePullPolicy", "Always")]
    [InlineData("pods", "spec.containers.0.image = \"i@sha256:00\"", "spec.containers.0.imagePullPolicy", "IfNotPresent")]
    [InlineData("pods", "spec.containers.0.ports = [{\"containerPort\":1}]", "spec.containers.0.ports.0.protocol", "TCP")]
    [InlineData("pods", "spec.hostNetwork = true; spec.containers.0.ports = [{\"containerPort\":1}]", "spec.containers.0.ports.0.hostPort", "1")]
    [InlineData("pods", "spec.containers.0.resources.limits = {\"cpu\":\"1\"}", "spec.containers.0.resources.requests.cpu", "1")]
    [InlineData("pods", "spec.containers.0.env = [{\"name\":\"a\",\"valueFrom\":{\"fieldRef\":{\"fieldPath\":\"metadata.name\"}}}]", "spec.containers.0.env.0.valueFrom.fieldRef.apiVersion", "v1")]
    [InlineData("pods", "spec.containers.0.livenessProbe.httpGet.port = 80", "spec.containers.0.livenessProbe", "{\"httpGet\":{\"path\":\"/\",\"port\":80,\"scheme\":\"HTTP\"},\"timeoutSeconds\":1,\"periodSeconds\":10,\"successThreshold\":1,\"failureThreshold\":3}")]
    [InlineData("pods", "spec.volumes = [{\"name\":\"v\"}]", "spec.volumes.0.emptyDir", "{}")]
    [InlineData("pods", "spec.volumes = [{\"name\":\"v\",\"configMap\":{\"name\":\"c\"}}]", "spec.volumes.0.configMap.defaultMode", "420")]
    [InlineData("pods", "spec.volumes = [{\"name\":\"v\",\"hostPath\":{\"path\":\"/\"}}]", "spec.volumes.0.hostPath.type", "")]
    [InlineData("pods", "spec.serviceAccountName = \"sa\"", "spec.serviceAccount", "sa")]
    [InlineData("deployments.apps", "", "spec.replicas", "1")]
    [InlineData("deployments.apps", "", "spec.strategy", "{\"type\":\"RollingUpdate\",\"rollingUpdate\":{\"maxUnavailable\":\"25%\",\"maxSurge\":\"25%\"}}")]
    [InlineData("deployments.apps", "spec.strategy.type = \"Recreate\"", "spec.strategy", "{\"type\":\"Recreate\"}")]
    [InlineData("deployments.apps", "", "spec.revisionHistoryLimit", "10")]
    [InlineData("deployments.apps", "", "spec.progressDeadlineSeconds", "600")]
    [InlineData("deployments.apps", "", "spec.template.spec.restartPolicy", "Always")]
    [InlineData("deployments.apps", "spec.template.spec.containers.0.resources.limits = {\"cpu\":\"1\"}", "spec.template.spec.containers.0.resources.requests", null)]
    [InlineData("deployments.apps", "", "spec.template.spec.enableServiceLinks", null)]
    [InlineData("replicasets.apps", "", "spec.replicas", "1")]
    [InlineData("services", "", "spec.type", "ClusterIP")]
    [InlineData("services", "", "spec.sessionAffinity", "None")]
    [InlineData("services", "", "spec.internalTrafficPolicy", "Cluster")]
    [InlineData("services", "", "spec.externalTrafficPolicy", null)]
    [InlineData("services", "", "spec.ipFamilies", "[\"IPv4\"]")]
    [InlineData("services", "", "spec.ipFamilyPolicy", "SingleStack")]
    [InlineData("services", "", "spec.ports.0", "{\"protocol\":\"TCP\",\"port\":80,\"targetPort\":80}")]
    [InlineData("services", "spec.type = \"NodePort\"", "spec.externalTrafficPolicy", "Cluster")]
    [InlineData("services", "spec.type = \"LoadBalancer\"", "spec.allocateLoadBalancerNodePorts", "true")]
    [InlineData("services", "spec.clusterIP = \"None\"", "spec.clusterIPs", "[\"None\"]")]
    [InlineData("services", "spec.sessionAffinity = \"ClientIP\"", "spec.sessionAffinityConfig.clientIP.timeoutSeconds", "10800")]
    [InlineData("secrets", "", "type", "Opaque")]
    [InlineData("secrets", "stringData = {\"k\":\"value\"}", "data.k", "dmFsdWU=")]
    [InlineData("secrets", "stringData = {\"k\":\"value\"}", "stringData", null)]
    [InlineData("endpoints", "", "subsets.0.ports.0.protocol", "TCP")]
    [InlineData("endpointslices.discovery.k8s.io", "", "ports.0", "{\"name\":\"\",\"protocol\":\"TCP\",\"port\":80}")]
    [InlineData("namespaces", "", "metadata.labels", "{\"kubernetes.io/metadata.name\":\"n\"}")]
    [InlineData("nodes", "spec.podCIDR = \"10.0.0.0/24\"", "spec.podCIDRs", "[\"10.0.0.0/24\"]")]
    public void Default_AbsentField_IsFilled(string kind, string change, string path, string? expected) => Assert.Equal(expected, Manifest.At(Manifest.Read(kind, change), path));

    [Theory]
    [InlineData("{}", "BestEffort")]
    [InlineData("{\"requests\":{\"cpu\":\"1\"}}", "Burstable")]
    [InlineData("{\"limits\":{\"cpu\":\"1\"}}", "Burstable")]
    [InlineData("{\"limits\":{\"cpu\":\"1\",\"memory\":\"1Gi\"}}", "Guaranteed")]
    [InlineData("{\"limits\":{\"cpu\":\"1\",\"memory\":\"1Gi\"},\"requests\":{\"cpu\":\"500m\",\"memory\":\"1Gi\"}}", "Burstable")]
    public void Create_OfAPod_HasPendingStatusAndItsQosClass(string resources, string expected)
    {
        var pod = Manifest.Read("pods", $"status.phase = \"Running\"; spec.containers.0.resources = {resources}");
        Manifest.ResourceOf("pods").PrepareForCreate(pod);

        Assert.Equal($"{{\"phase\":\"Pending\",\"qosClass\":\"{expected}\"}}", Manifest.At(pod, "status"));
        Assert.Equal(1, pod.Metadata!.Generation);
    }

    [Theory]
    [InlineData("deployments.apps", "spec.replicas = 3", 2)]
    [InlineData("deployments.apps", "metadata.annotations = {\"a\":\"b\"}", 2)]
    [InlineData("deployments.apps", "metadata.labels = {\"a\":\"b\"}", 1)]
    [InlineData("deployments.apps", "status.replicas = 3", 1)]
    [InlineData("replicasets.apps", "spec.replicas = 3", 2)]
    [InlineData("pods", "spec.containers.0.image = \"j:2\"", 2)]
    public void Update_RaisesTheGeneration_WhenTheWantedStateChanged(string kind, string change, long expected)
    {
        var resource = Manifest.ResourceOf(kind);
        var (obj, old) = (Manifest.Read(kind, change), Manifest.Read(kind));
        resource.PrepareForCreate(old);
        resource.PrepareForUpdate(obj, old);

        Assert.Equal(expected, obj.Metadata!.Generation);
        Assert.Equal(Manifest.At(old, "status"), Manifest.At(obj, "status"));
    }

    [Fact]
    public void StatusUpdate_ChangesNothingElse()
    {
        var resource = Manifest.ResourceOf("deployments.apps");
        var (obj, old) = (Manifest.Read("deployments.apps", "spec.replicas = 5; status.replicas = 3; metadata.labels = {\"a\":\"b\"}"), Manifest.Read("deployments.apps"));

        resource.PrepareForStatusUpdate(obj, old);

        Assert.Equal("1", Manifest.At(obj, "spec.replicas"));
        Assert.Equal("3", Manifest.At(obj, "status.replicas"));
        Assert.Null(Manifest.At(obj, "metadata.labels"));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("spec.nodeName = \"n\"", 30)]
    [InlineData("spec.nodeName = \"n\"; spec.terminationGracePeriodSeconds = 5", 5)]
    [InlineData("spec.nodeName = \"n\"; status.phase = \"Succeeded\"", 0)]
    public void DefaultGracePeriod_OfAPod_IsZeroWhereNothingRuns(string change, long expected) =>
        Assert.Equal(expected, Manifest.ResourceOf("pods").DefaultGracePeriod(Manifest.Read("pods", change)));

    [Theory]
    [InlineData("pods", "spec.containers.0.env")]
    [InlineData("deployments.apps", "spec.template.spec.containers.0.env")]
    public void Warnings_OfAVariableGivenTwice_NameTheSecond(string kind, string env)
    {
        var obj = Manifest.Read(kind, env + " = [{\"name\":\"A\"},{\"name\":\"A\"}]");
        var field = env.Replace(".0", "[0]", StringComparison.Ordinal);

        Assert.Equal([field + "[1]: hides previous definition of \"A\", which may be dropped when using apply"], Manifest.ResourceOf(kind).Warnings(obj));
    }
}
