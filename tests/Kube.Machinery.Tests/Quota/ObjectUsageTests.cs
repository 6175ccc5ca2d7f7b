using System.Text;
using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Machinery.Pods;
using Kube.Machinery.Quota;

namespace Kube.Machinery.Tests.Quota;

/// <summary>What objects use, what quotas say to it, and which objects count.</summary>
public class ObjectUsageTests
{
    private static readonly DateTime s_now = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    [Theory]
    [InlineData("""{"containers":[{}]}""", "count/pods=1,pods=1")]
    [InlineData("""{"containers":[{"resources":{"requests":{"cpu":"1"},"limits":{"cpu":"2","memory":"1Gi"}}}]}""", "count/pods=1,cpu=1,limits.cpu=2,limits.memory=1Gi,pods=1,requests.cpu=1")]
    [InlineData("""{"containers":[{"resources":{"requests":{"cpu":"1"}}},{"resources":{"requests":{"cpu":"500m"}}}],"initContainers":[{"resources":{"requests":{"cpu":"2"}}}]}""", "count/pods=1,cpu=2,pods=1,requests.cpu=2")]
    [InlineData("""{"containers":[{"resources":{"requests":{"cpu":"1"}}}],"initContainers":[{"restartPolicy":"Always","resources":{"requests":{"cpu":"1"}}},{"resources":{"requests":{"cpu":"3"}}}]}""", "count/pods=1,cpu=4,pods=1,requests.cpu=4")]
    [InlineData("""{"containers":[{"resources":{"requests":{"cpu":"1"},"limits":{"cpu":"1"}}}],"overhead":{"cpu":"250m","memory":"1Mi"}}""", "count/pods=1,cpu=1250m,limits.cpu=1250m,memory=1Mi,pods=1,requests.cpu=1250m,requests.memory=1Mi")]
    [InlineData("""{"containers":[{"resources":{"requests":{"cpu":"1"}}}],"resources":{"requests":{"cpu":"3"}}}""", "count/pods=1,cpu=3,pods=1,requests.cpu=3")]
    [InlineData("""{"containers":[{"resources":{"requests":{"a.io/gpu":"2"}}}]}""", "count/pods=1,pods=1,requests.a.io/gpu=2")]
    [InlineData("""{"containers":[{"resources":{"requests":{"hugepages-2Mi":"4Mi","ephemeral-storage":"1"}}}]}""", "count/pods=1,ephemeral-storage=1,hugepages-2Mi=4Mi,pods=1,requests.ephemeral-storage=1,requests.hugepages-2Mi=4Mi")]
    public void Pod_OfItsSpec_UsesWhatItAsksFor(string spec, string expected) => Assert.Equal(expected, ObjectUsage.Of(Pod.Info, Read<Pod>($$"""{"spec":{{spec}}}"""), s_now).Text());

    [Theory]
    [InlineData("""{"status":{"phase":"Succeeded"}}""", "count/pods=1")]
    [InlineData("""{"status":{"phase":"Failed"}}""", "count/pods=1")]
    [InlineData("""{"metadata":{"deletionTimestamp":"2026-01-02T03:04:00Z","deletionGracePeriodSeconds":4}}""", "count/pods=1")]
    [InlineData("""{"metadata":{"deletionTimestamp":"2026-01-02T03:04:00Z","deletionGracePeriodSeconds":30}}""", "count/pods=1,pods=1")]
    public void Pod_ThatHasEnded_UsesItsPlaceOnly(string pod, string expected) => Assert.Equal(expected, ObjectUsage.Of(Pod.Info, Read<Pod>(pod), s_now).Text());

    [Theory]
    [InlineData("""{"type":"ClusterIP","ports":[{}]}""", "count/services=1,services=1,services.loadbalancers=0,services.nodeports=0")]
    [InlineData("""{"type":"NodePort","ports":[{},{}]}""", "count/services=1,services=1,services.loadbalancers=0,services.nodeports=2")]
    [InlineData("""{"type":"LoadBalancer","ports":[{},{}]}""", "count/services=1,services=1,services.loadbalancers=1,services.nodeports=2")]
    [InlineData("""{"type":"LoadBalancer","allocateLoadBalancerNodePorts":false,"ports":[{"nodePort":30000},{}]}""", "count/services=1,services=1,services.loadbalancers=1,services.nodeports=1")]
    public void Service_OfItsType_UsesPorts(string spec, string expected) => Assert.Equal(expected, ObjectUsage.Of(Service.Info, Read<Service>($$"""{"spec":{{spec}}}"""), s_now).Text());

    [Theory]
    [InlineData("""{"spec":{"resources":{"requests":{"storage":"1Gi"}}}}""", "count/persistentvolumeclaims=1,persistentvolumeclaims=1,requests.storage=1Gi")]
    [InlineData("""{"spec":{"storageClassName":"gold","resources":{"requests":{"storage":"1Gi"}}}}""", "count/persistentvolumeclaims=1,gold.storageclass.storage.k8s.io/persistentvolumeclaims=1,gold.storageclass.storage.k8s.io/requests.storage=1Gi,persistentvolumeclaims=1,requests.storage=1Gi")]
    [InlineData("""{"spec":{"resources":{"requests":{"storage":"1Gi"}}},"status":{"allocatedResources":{"storage":"2Gi"}}}""", "count/persistentvolumeclaims=1,persistentvolumeclaims=1,requests.storage=2Gi")]
    public void Claim_OfItsSize_UsesStorage(string claim, string expected) => Assert.Equal(expected, ObjectUsage.Of(PersistentVolumeClaim.Info, Read<PersistentVolumeClaim>(claim), s_now).Text());

    [Theory]
    [InlineData("", "configmaps", "configmaps", true)]
    [InlineData("", "configmaps", "count/configmaps", true)]
    [InlineData("", "configmaps", "secrets", false)]
    [InlineData("apps", "deployments", "count/deployments.apps", true)]
    [InlineData("apps", "deployments", "deployments", false)]
    [InlineData("", "pods", "requests.a.io/gpu", true)]
    [InlineData("", "pods", "requests.storage", false)]
    [InlineData("", "persistentvolumeclaims", "gold.storageclass.storage.k8s.io/requests.storage", true)]
    public void Tracks_NameOfAKind_OrNot(string group, string plural, string name, bool expected) =>
        Assert.Equal(expected, ObjectUsage.Tracks(new ResourceInfo(group, "v1", "X", plural, Scope.Namespaced), name));

    [Theory]
    [InlineData("Terminating", "", """{"activeDeadlineSeconds":5}""", true)]
    [InlineData("NotTerminating", "", """{"activeDeadlineSeconds":5}""", false)]
    [InlineData("BestEffort", "", """{"containers":[{"resources":{"requests":{"cpu":"1"}}}]}""", false)]
    [InlineData("NotBestEffort", "", """{"containers":[{"resources":{"requests":{"cpu":"1"}}}]}""", true)]
    [InlineData("PriorityClass", "In", """{"priorityClassName":"high"}""", true)]
    [InlineData("PriorityClass", "In", """{"priorityClassName":"low"}""", false)]
    [InlineData("PriorityClass", "In", "{}", false)]
    [InlineData("PriorityClass", "NotIn", """{"priorityClassName":"low"}""", true)]
    [InlineData("PriorityClass", "NotIn", "{}", true)]
    [InlineData("PriorityClass", "Exists", "{}", false)]
    [InlineData("PriorityClass", "DoesNotExist", "{}", true)]
    [InlineData("CrossNamespacePodAffinity", "", """{"affinity":{"podAntiAffinity":{"preferredDuringSchedulingIgnoredDuringExecution":[{"podAffinityTerm":{"namespaces":["a"]}}]}}}""", true)]
    [InlineData("CrossNamespacePodAffinity", "", """{"affinity":{"podAffinity":{"requiredDuringSchedulingIgnoredDuringExecution":[{"topologyKey":"a"}]}}}""", false)]
    public void Concerns_PodOfAScope_OrNot(string scope, string @operator, string spec, bool expected)
    {
        var values = @operator.EndsWith("In", StringComparison.Ordinal) ? ",\"values\":[\"high\"]" : "";
        var selector = @operator.Length == 0
            ? $$"""{"scopes":["{{scope}}"]}"""
            : $$$"""{"scopeSelector":{"matchExpressions":[{"scopeName":"{{{scope}}}","operator":"{{{@operator}}}" {{{values}}} }]}}""";
        var quota = Read<ResourceQuota>($$$$"""{"spec":{{{{selector}}}},"status":{"hard":{"pods":"1"}}}""");

        Assert.Equal(expected, QuotaRules.Concerns(quota, Pod.Info, Read<Pod>($$"""{"spec":{{spec}}}""")));
        Assert.False(QuotaRules.Concerns(quota, ConfigMap.Info, new ConfigMap()));
    }

    [Theory]
    [InlineData("""{"hard":{"pods":"2"},"used":{"pods":"1"}}""", null)]
    [InlineData("""{"hard":{"pods":"2"},"used":{"pods":"2"}}""", "exceeded quota: q, requested: pods=1, used: pods=2, limited: pods=2")]
    [InlineData("""{"hard":{"pods":"2"}}""", "status unknown for quota: q, resources: pods")]
    [InlineData("""{"hard":{"cpu":"2","requests.memory":"1"},"used":{"cpu":"0","requests.memory":"0"}}""", "failed quota: q: must specify cpu for: a,b; requests.memory for: b")]
    [InlineData("""{"hard":{"services":"0"},"used":{"services":"0"}}""", null)]
    public void Judge_APod_SaysWhy(string status, string? expected)
    {
        var quota = Read<ResourceQuota>($$"""{"metadata":{"name":"q"},"status":{{status}}}""");
        var pod = Read<Pod>("""{"spec":{"containers":[{"name":"a","resources":{"requests":{"memory":"1"}}},{"name":"b"}]}}""");

        Assert.Equal(expected, QuotaRules.Judge(quota, QuotaDemand.Of(Pod.Info, pod, null, s_now)!).Refusal);
    }

    [Fact]
    public void Demand_OfAnUpdate_IsWhatIsMore()
    {
        var (small, large) = (Read<PersistentVolumeClaim>("""{"spec":{"resources":{"requests":{"storage":"1Gi"}}}}"""), Read<PersistentVolumeClaim>("""{"spec":{"resources":{"requests":{"storage":"3Gi"}}}}"""));

        Assert.Equal("requests.storage=2Gi", QuotaDemand.Of(PersistentVolumeClaim.Info, large, small, s_now)!.Amounts.Text());
        Assert.Null(QuotaDemand.Of(PersistentVolumeClaim.Info, small, large, s_now));
    }

    [Theory]
    [InlineData("""{"containers":[{}]}""", "BestEffort")]
    [InlineData("""{"containers":[{"resources":{"limits":{"cpu":"1","memory":"1"}}}]}""", "Guaranteed")]
    [InlineData("""{"containers":[{"resources":{"limits":{"cpu":"1","memory":"1"}}},{}]}""", "Burstable")]
    public void QosClass_OfASpec_IsItsContainers(string spec, string expected) => Assert.Equal(expected, PodQos.ClassOf(Read<Pod>($$"""{"spec":{{spec}}}""").Spec));

    private static T Read<T>(string json) where T : class => ApiJson.Deserialize<T>(Encoding.UTF8.GetBytes(json));
}
