using Kube.Api.Core.V1;

namespace Kube.Api.Resources.Tests;

/// <summary>Defaults, rules and columns of the kinds that bound and rank what others use.</summary>
public class LimitAndQuotaTests
{
    private static readonly DateTime s_now = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    [Theory]
    [InlineData("\"max\":{\"cpu\":\"2\"}", "2", "2")]
    [InlineData("\"max\":{\"cpu\":\"2\"},\"min\":{\"cpu\":\"1\"}", "2", "2")]
    [InlineData("\"min\":{\"cpu\":\"1\"}", null, "1")]
    [InlineData("\"max\":{\"cpu\":\"2\"},\"default\":{\"cpu\":\"1500m\"}", "1500m", "1500m")]
    [InlineData("\"default\":{\"cpu\":\"2\"},\"defaultRequest\":{\"cpu\":\"1\"}", "2", "1")]
    public void LimitRange_Containers_GetDefaultsFromTheBounds(string bounds, string? limit, string? request)
    {
        var item = ((LimitRange)Manifest.Read("limitranges", "spec.limits.0 = {\"type\":\"Container\"," + bounds + "}")).Spec!.Limits![0];

        Assert.Equal((limit, request), (Amount(item.Default), Amount(item.DefaultRequest)));
    }

    [Fact]
    public void LimitRange_Pods_GetNoDefaults()
    {
        var item = ((LimitRange)Manifest.Read("limitranges", "spec.limits.0 = {\"type\":\"Pod\",\"max\":{\"cpu\":\"2\"}}")).Spec!.Limits![0];

        Assert.Equal((null, null), (item.Default, item.DefaultRequest));
    }

    [Theory]
    [InlineData("[{\"type\":\"Cup\"}]", "[0].type: Invalid value: \"Cup\": must be a standard limit type or fully qualified")]
    [InlineData("[{\"type\":\"Pod\"},{\"type\":\"Pod\"}]", "[1].type: Duplicate value: \"Pod\"")]
    [InlineData("[{\"type\":\"Container\",\"max\":{\"storage\":\"1\"}}]", "[0].max[storage]: Invalid value: \"storage\": must be a standard resource for containers")]
    [InlineData("[{\"type\":\"PersistentVolumeClaim\",\"max\":{\"disk\":\"1\"}}]", "[0].max[disk]: Invalid value: \"disk\": must be a standard resource type or fully qualified")]
    [InlineData("[{\"type\":\"PersistentVolumeClaim\",\"max\":{\"cpu\":\"1\"}}]", "[0].limits: Required value: either minimum or maximum storage value is required, but neither was provided")]
    [InlineData("[{\"type\":\"Pod\",\"default\":{\"cpu\":\"1\"}}]", "[0].default: Forbidden: may not be specified when `type` is 'Pod'")]
    [InlineData("[{\"type\":\"Pod\",\"defaultRequest\":{\"cpu\":\"1\"}}]", "[0].defaultRequest: Forbidden: may not be specified when `type` is 'Pod'")]
    [InlineData("[{\"type\":\"Pod\",\"min\":{\"cpu\":\"2\"},\"max\":{\"cpu\":\"1\"}}]", "[0].min[cpu]: Invalid value: \"2\": min value 2 is greater than max value 1")]
    [InlineData("[{\"type\":\"Container\",\"min\":{\"cpu\":\"2\"},\"defaultRequest\":{\"cpu\":\"1\"}}]", "[0].defaultRequest[cpu]: Invalid value: \"1\": min value 2 is greater than default request value 1")]
    [InlineData("[{\"type\":\"Container\",\"max\":{\"cpu\":\"1\"},\"defaultRequest\":{\"cpu\":\"2\"}}]", "[0].defaultRequest[cpu]: Invalid value: \"2\": default request value 2 is greater than max value 1")]
    [InlineData("[{\"type\":\"Container\",\"default\":{\"cpu\":\"1\"},\"defaultRequest\":{\"cpu\":\"2\"}}]", "[0].defaultRequest[cpu]: Invalid value: \"2\": default request value 2 is greater than default limit value 1")]
    [InlineData("[{\"type\":\"Container\",\"default\":{\"cpu\":\"1\"},\"min\":{\"cpu\":\"2\"}}]", "[0].default[cpu]: Invalid value: \"2\": min value 2 is greater than default value 1")]
    [InlineData("[{\"type\":\"Container\",\"default\":{\"cpu\":\"2\"},\"max\":{\"cpu\":\"1\"}}]", "[0].default[cpu]: Invalid value: \"1\": default value 2 is greater than max value 1")]
    [InlineData("[{\"type\":\"Pod\",\"maxLimitRequestRatio\":{\"cpu\":\"500m\"}}]", "[0].maxLimitRequestRatio[cpu]: Invalid value: \"500m\": ratio 500m is less than 1")]
    [InlineData("[{\"type\":\"Pod\",\"min\":{\"cpu\":\"1\"},\"max\":{\"cpu\":\"2\"},\"maxLimitRequestRatio\":{\"cpu\":\"3\"}}]", "[0].maxLimitRequestRatio[cpu]: Invalid value: \"3\": ratio 3 is greater than max/min = 2.000000")]
    [InlineData("[{\"type\":\"Container\",\"default\":{\"a.io/b\":\"2\"},\"defaultRequest\":{\"a.io/b\":\"1\"}}]", "[0].defaultRequest[a.io/b]: Invalid value: \"1\": default value 2 must equal to defaultRequest value 1 in a.io/b")]
    public void LimitRange(string limits, string expected) => Expect("limitranges", "spec.limits = " + limits, "spec.limits" + expected);

    [Theory]
    [InlineData("spec.hard = {\"cups\":\"1\"}", "spec.hard[cups]: Invalid value: \"cups\": must be a standard resource for quota")]
    [InlineData("spec.hard = {\"a/b/c\":\"1\"}", "spec.hard[a/b/c]: Invalid value: \"a/b/c\": a qualified name")]
    [InlineData("spec.hard = {\"pods\":\"-1\"}", "spec.hard[pods]: Invalid value: \"-1\": must be greater than or equal to 0")]
    [InlineData("spec.hard = {\"pods\":\"500m\"}", "spec.hard[pods]: Invalid value: \"500m\": must be an integer")]
    [InlineData("spec.hard = {\"count/deployments.apps\":\"500m\"}", "spec.hard[count/deployments.apps]: Invalid value: \"500m\": must be an integer")]
    [InlineData("spec.scopes = [\"Mine\"]", "spec.scopes: Invalid value: [\"Mine\"]: unsupported scope")]
    [InlineData("spec.scopes = [\"BestEffort\"]; spec.hard.cpu = \"1\"", "spec.scopes: Invalid value: [\"BestEffort\"]: unsupported scope applied to resource")]
    [InlineData("spec.scopes = [\"Terminating\"]; spec.hard.services = \"1\"", "spec.scopes: Invalid value: [\"Terminating\"]: unsupported scope applied to resource")]
    [InlineData("spec.scopes = [\"BestEffort\",\"NotBestEffort\"]", "spec.scopes: Invalid value: [\"BestEffort\",\"NotBestEffort\"]: conflicting scopes")]
    [InlineData("spec.scopeSelector.matchExpressions = [{\"scopeName\":\"Mine\",\"operator\":\"Exists\"}]", "spec.scopeSelector.matchExpressions.scopeName: Invalid value: \"Mine\": unsupported scope")]
    [InlineData("spec.scopeSelector.matchExpressions = [{\"scopeName\":\"BestEffort\",\"operator\":\"In\",\"values\":[\"a\"]}]", "spec.scopeSelector.matchExpressions.operator: Invalid value: \"In\": must be 'Exist' when scope is any of")]
    [InlineData("spec.scopeSelector.matchExpressions = [{\"scopeName\":\"PriorityClass\",\"operator\":\"In\"}]", "spec.scopeSelector.matchExpressions.values: Required value: must be at least one value")]
    [InlineData("spec.scopeSelector.matchExpressions = [{\"scopeName\":\"PriorityClass\",\"operator\":\"Exists\",\"values\":[\"a\"]}]", "spec.scopeSelector.matchExpressions.values: Invalid value: [\"a\"]: must be no value")]
    [InlineData("spec.scopeSelector.matchExpressions = [{\"scopeName\":\"PriorityClass\",\"operator\":\"Near\"}]", "spec.scopeSelector.matchExpressions.operator: Invalid value: \"Near\": not a valid selector operator")]
    public void ResourceQuota(string change, string expected) => Expect("resourcequotas", change, expected);

    [Theory]
    [InlineData("{\"requests.cpu\":\"1500m\",\"hugepages-2Mi\":\"1Gi\",\"requests.hugepages-2Mi\":\"1Gi\",\"limits.ephemeral-storage\":\"1\"}")]
    [InlineData("{\"count/jobs.batch\":\"1\",\"requests.nvidia.com/gpu\":\"1\",\"gold.storageclass.storage.k8s.io/requests.storage\":\"1Gi\"}")]
    public void ResourceQuota_OfWhatCanBeBounded_HasNoErrors(string hard) => Assert.Empty(Manifest.ErrorsOfCreate("resourcequotas", "spec.hard = " + hard));

    [Theory]
    [InlineData("replicationcontrollers", "spec.template = ", "spec.template: Required value")]
    [InlineData("replicationcontrollers", "spec.template.metadata.labels = ", "spec.selector: Required value")]
    [InlineData("replicationcontrollers", "spec.replicas = -1", "spec.replicas: Invalid value: -1: must be greater than or equal to 0")]
    [InlineData("replicationcontrollers", "spec.selector = {\"a\":\"b\"}", "spec.template.metadata.labels: Invalid value: {\"app\":\"x\"}: `selector` does not match template `labels`")]
    [InlineData("replicationcontrollers", "spec.template.spec.restartPolicy = \"Never\"", "spec.template.spec.restartPolicy: Unsupported value: \"Never\": supported values: \"Always\"")]
    [InlineData("podtemplates", "template.spec.containers = []", "template.spec.containers: Required value")]
    [InlineData("priorityclasses.scheduling.k8s.io", "value = 1000000001", "value: Forbidden: maximum allowed value of a user defined priority is 1000000000")]
    [InlineData("priorityclasses.scheduling.k8s.io", "metadata.name = \"system-mine\"", "metadata.name: Forbidden: priority class names with 'system-' prefix are reserved for system use only. error: system-mine is not a known system priority class")]
    [InlineData("priorityclasses.scheduling.k8s.io", "metadata.name = \"system-node-critical\"", "metadata.name: Forbidden: priority class names with 'system-' prefix are reserved for system use only. error: value of system-node-critical PriorityClass must be 2000001000")]
    [InlineData("priorityclasses.scheduling.k8s.io", "preemptionPolicy = \"Maybe\"", "preemptionPolicy: Unsupported value: \"Maybe\": supported values: \"Never\", \"PreemptLowerPriority\"")]
    [InlineData("runtimeclasses.node.k8s.io", "handler = \"a.b\"", "handler: Invalid value: \"a.b\": a lowercase RFC 1123 label")]
    [InlineData("runtimeclasses.node.k8s.io", "overhead.podFixed = {\"cpu\":\"-1\"}", "overhead.limits[cpu]: Invalid value: \"-1\": must be greater than or equal to 0")]
    [InlineData("runtimeclasses.node.k8s.io", "scheduling.nodeSelector = {\"a\":\"b c\"}", "scheduling.nodeSelector: Invalid value: \"b c\": a valid label")]
    [InlineData("runtimeclasses.node.k8s.io", "scheduling.tolerations = [{\"key\":\"a\"},{\"key\":\"a\"}]", "scheduling.tolerations[1]: Duplicate value: ")]
    public void Other(string kind, string change, string expected) => Expect(kind, change, expected);

    [Theory]
    [InlineData("resourcequotas", "", "spec.scopes = [\"BestEffort\"]", "spec.scopes: Invalid value: [\"BestEffort\"]: field is immutable")]
    [InlineData("priorityclasses.scheduling.k8s.io", "", "value = 1001", "value: Forbidden: may not be changed in an update.")]
    [InlineData("priorityclasses.scheduling.k8s.io", "", "preemptionPolicy = \"Never\"", "preemptionPolicy: Invalid value: \"Never\": field is immutable")]
    [InlineData("runtimeclasses.node.k8s.io", "", "handler = \"crun\"", "handler: Invalid value: \"crun\": field is immutable")]
    public void Update(string kind, string before, string after, string expected) =>
        Assert.Contains(Manifest.ErrorsOfUpdate(kind, before, after), e => e.ToString().StartsWith(expected, StringComparison.Ordinal));

    [Fact]
    public void ReplicationController_Defaults_ComeFromTheTemplate()
    {
        var controller = (ReplicationController)Manifest.Read("replicationcontrollers");

        Assert.Equal(1, controller.Spec!.Replicas);
        Assert.Equal("x", controller.Spec.Selector!["app"]);
        Assert.Equal("x", controller.Metadata!.Labels!["app"]);
        Assert.Equal("app=x", Manifest.ResourceOf("replicationcontrollers").GetScale(controller)!.Status!.Selector);
    }

    [Fact]
    public void ResourceQuota_Cells_SayWhatIsUsedOfWhat()
    {
        var quota = Manifest.Read("resourcequotas", "status.hard = {\"pods\":\"5\",\"limits.cpu\":\"4\",\"cpu\":\"2\"}; status.used = {\"pods\":\"1\",\"cpu\":\"500m\"}");

        Assert.Equal(["q", "cpu: 500m/2, pods: 1/5", "limits.cpu: 0/4", "<unknown>"], Manifest.ResourceOf("resourcequotas").Cells(quota, s_now));
    }

    [Fact]
    public void SystemPriorityClasses_PassTheirOwnRules()
    {
        var errors = new Machinery.Validation.FieldErrors();
        foreach (var known in Scheduling.SystemPriorityClasses.All)
        {
            Manifest.ResourceOf("priorityclasses.scheduling.k8s.io").Validate(known, errors);
        }

        Assert.Empty(errors);
    }

    private static string? Amount(Dictionary<string, Quantity>? amounts) => amounts is not null && amounts.TryGetValue("cpu", out var amount) ? amount.ToString() : null;

    private static void Expect(string kind, string change, string expected) =>
        Assert.Contains(Manifest.ErrorsOfCreate(kind, change).Select(e => e.ToString()), e => e.StartsWith(expected, StringComparison.Ordinal));
}
