namespace Kube.Api.Resources.Tests;

/// <summary>Defaults, rules and columns of autoscalers, and what their old form keeps in annotations.</summary>
public class AutoscalerTests
{
    private const string Kind = "horizontalpodautoscalers.autoscaling";
    private const string Pods = """{"type":"Pods","pods":{"metric":{"name":"m"},"target":{"type":"AverageValue","averageValue":"5"}}}""";
    private const string External = """{"type":"External","external":{"metric":{"name":"q","selector":{"matchLabels":{"a":"b"}}},"target":{"type":"Value","value":"30"}}}""";
    private const string Object = """{"type":"Object","object":{"describedObject":{"kind":"Ingress","name":"i"},"metric":{"name":"r"},"target":{"type":"Value","value":"2k"}}}""";
    private const string Memory = """{"type":"Resource","resource":{"name":"memory","target":{"type":"AverageValue","averageValue":"100Mi"}}}""";

    private static readonly Resource s_old = Catalog.Find("autoscaling", "v1", "horizontalpodautoscalers")!;

    [Theory]
    [InlineData("", "spec.minReplicas", "1")]
    [InlineData("", "spec.metrics", """[{"type":"Resource","resource":{"name":"cpu","target":{"type":"Utilization","averageUtilization":80}}}]""")]
    [InlineData("", "spec.behavior", null)]
    [InlineData("spec.behavior = {\"scaleDown\":{\"selectPolicy\":\"Min\"}}", "spec.behavior.scaleDown", """{"selectPolicy":"Min","policies":[{"type":"Percent","value":100,"periodSeconds":15}]}""")]
    [InlineData("spec.behavior = {}", "spec.behavior.scaleUp", """{"stabilizationWindowSeconds":0,"selectPolicy":"Max","policies":[{"type":"Pods","value":4,"periodSeconds":15},{"type":"Percent","value":100,"periodSeconds":15}]}""")]
    public void Default_AbsentField_IsFilled(string change, string path, string? expected) => Assert.Equal(expected, Manifest.At(Manifest.Read(Kind, change), path));

    [Theory]
    [InlineData("spec.maxReplicas = 0; spec.minReplicas = 0; spec.metrics = [" + External + "]", "spec.maxReplicas: Invalid value: 0: must be greater than 0")]
    [InlineData("spec.minReplicas = 6", "spec.maxReplicas: Invalid value: 5: must be greater than or equal to `minReplicas`")]
    [InlineData("spec.minReplicas = 0", "spec.metrics: Forbidden: must specify at least one Object or External metric to support scaling to zero replicas")]
    [InlineData("spec.scaleTargetRef.name = ", "spec.scaleTargetRef.name: Required value")]
    [InlineData("spec.scaleTargetRef.kind = \"a/b\"", "spec.scaleTargetRef.kind: Invalid value: \"a/b\": may not contain '/'")]
    [InlineData("spec.metrics = [{\"type\":\"Magic\"}]", "spec.metrics[0].type: Unsupported value: \"Magic\": supported values: \"ContainerResource\", \"External\", \"Object\", \"Pods\", \"Resource\"")]
    [InlineData("spec.metrics = [{\"type\":\"Pods\"}]", "spec.metrics[0].pods: Required value: must populate information for the given metric source")]
    [InlineData("spec.metrics = [{\"type\":\"Resource\",\"resource\":{\"name\":\"cpu\",\"target\":{\"type\":\"Utilization\"}}}]", "spec.metrics[0].resource.target.averageUtilization: Required value: must set either a target raw value or a target utilization")]
    [InlineData("spec.metrics = [{\"type\":\"Resource\",\"resource\":{\"name\":\"cpu\",\"target\":{\"type\":\"Utilization\",\"averageUtilization\":0}}}]", "spec.metrics[0].resource.target.averageUtilization: Invalid value: 0: must be greater than 0")]
    [InlineData("spec.metrics = [{\"type\":\"Resource\",\"resource\":{\"name\":\"cpu\",\"target\":{\"type\":\"Some\",\"averageUtilization\":1}}}]", "spec.metrics[0].resource.target.type: Invalid value: \"Some\": must be either Utilization, Value, or AverageValue")]
    [InlineData("spec.metrics = [{\"type\":\"Pods\",\"pods\":{\"metric\":{},\"target\":{\"type\":\"AverageValue\",\"averageValue\":\"1\"}}}]", "spec.metrics[0].pods.metric.name: Required value: must specify a metric name")]
    [InlineData("spec.behavior.scaleUp.stabilizationWindowSeconds = 3601", "spec.behavior.scaleUp.stabilizationWindowSeconds: Invalid value: 3601: must be less than or equal to 3600")]
    [InlineData("spec.behavior.scaleUp.policies = []", "spec.behavior.scaleUp.policies: Required value: must specify at least one Policy")]
    [InlineData("spec.behavior.scaleUp.policies = [{\"type\":\"Pods\",\"value\":1,\"periodSeconds\":1801}]", "spec.behavior.scaleUp.policies[0].periodSeconds: Invalid value: 1801: must be less than or equal to 1800")]
    [InlineData("spec.behavior.scaleDown.selectPolicy = \"None\"", "spec.behavior.scaleDown.selectPolicy: Unsupported value: \"None\": supported values: \"Disabled\", \"Max\", \"Min\"")]
    public void Validate_BrokenRule_IsTheOneError(string change, string expected) =>
        Assert.StartsWith(expected, Assert.Single(Manifest.ErrorsOfCreate(Kind, change)).ToString());

    [Theory]
    [InlineData("", "h|Deployment/d|cpu: <unknown>/80%|1|5|0|<unknown>")]
    [InlineData("status = {\"currentReplicas\":2,\"currentMetrics\":[{\"type\":\"Resource\",\"resource\":{\"name\":\"cpu\",\"current\":{\"averageUtilization\":12}}}]}", "h|Deployment/d|cpu: 12%/80%|1|5|2|<unknown>")]
    [InlineData("spec.metrics = [" + Pods + "," + External + "," + Memory + "]", "h|Deployment/d|<unknown>/5, <unknown>/30 + 1 more...|1|5|0|<unknown>")]
    public void Cells_OfAnAutoscaler_AreKubernetes(string change, string expected)
    {
        var autoscaler = Manifest.Read(Kind, change);
        Assert.Equal(expected, string.Join('|', Manifest.ResourceOf(Kind).Cells(autoscaler, Manifest.Now)));
        Assert.Equal(expected, string.Join('|', s_old.Cells(s_old.StoredAs!.FromStored(autoscaler), Manifest.Now)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("spec.metrics = [" + Pods + "," + External + "]")]
    [InlineData("spec.metrics = [" + Object + "," + Memory + "]; spec.behavior = {\"scaleDown\":{\"stabilizationWindowSeconds\":60}}; metadata.annotations = {\"mine\":\"1\"}")]
    [InlineData("status = {\"desiredReplicas\":1,\"currentMetrics\":[{\"type\":\"Resource\",\"resource\":{\"name\":\"cpu\",\"current\":{\"averageUtilization\":12,\"averageValue\":\"5m\"}}}],\"conditions\":[{\"type\":\"AbleToScale\",\"status\":\"True\"}]}")]
    public void OldForm_ThereAndBack_LosesNothing(string change)
    {
        var autoscaler = Manifest.Read(Kind, change);
        (autoscaler.ApiVersion, autoscaler.Kind) = ("autoscaling/v2", "HorizontalPodAutoscaler");
        var before = ApiJson.Serialize(autoscaler);

        var old = s_old.StoredAs!.FromStored(autoscaler);
        var read = (IKubeObject)ApiJson.Deserialize(ApiJson.Serialize(old), s_old.Type);

        Assert.Equal(System.Text.Encoding.UTF8.GetString(before), System.Text.Encoding.UTF8.GetString(ApiJson.Serialize(s_old.StoredAs.ToStored(read))));
        Assert.Equal(before, ApiJson.Serialize(autoscaler));
    }

    [Fact]
    public void OldForm_OfOtherMetrics_HasThemInKubernetesAnnotations()
    {
        var old = s_old.StoredAs!.FromStored(Manifest.Read(Kind, "spec.behavior = {\"scaleUp\":{}}; spec.metrics = [{\"type\":\"Resource\",\"resource\":{\"name\":\"cpu\",\"target\":{\"type\":\"Utilization\",\"averageUtilization\":50}}}," + Pods + "]"));

        Assert.Equal("50", Manifest.At(old, "spec.targetCPUUtilizationPercentage"));
        Assert.Equal("""[{"type":"Pods","pods":{"metricName":"m","targetAverageValue":"5"}}]""", old.Metadata!.Annotations!["autoscaling.alpha.kubernetes.io/metrics"]);
        Assert.StartsWith(
            """{"ScaleUp":{"StabilizationWindowSeconds":0,"SelectPolicy":"Max","Policies":[{"Type":"Pods","Value":4,"PeriodSeconds":15},""",
            old.Metadata.Annotations["autoscaling.alpha.kubernetes.io/behavior"],
            StringComparison.Ordinal);
    }

    [Fact]
    public void OldForm_WithAnUnreadableAnnotation_DropsIt()
    {
        var old = (IKubeObject)ApiJson.Deserialize("""{"metadata":{"name":"h","annotations":{"autoscaling.alpha.kubernetes.io/metrics":"[{]","a":"b"}},"spec":{"maxReplicas":1}}"""u8, s_old.Type);
        var stored = s_old.StoredAs!.ToStored(old);
        Assert.Equal(["a"], stored.Metadata!.Annotations!.Keys);
        Assert.Null(Manifest.At(stored, "spec.metrics"));
    }
}
