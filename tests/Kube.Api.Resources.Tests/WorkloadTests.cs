namespace Kube.Api.Resources.Tests;

/// <summary>Defaults, rules and columns of DaemonSets and StatefulSets.</summary>
public class WorkloadTests
{
    private const string Ds = "daemonsets.apps";
    private const string Sts = "statefulsets.apps";

    [Theory]
    [InlineData(Ds, "", "spec.updateStrategy", "{\"type\":\"RollingUpdate\",\"rollingUpdate\":{\"maxUnavailable\":1,\"maxSurge\":0}}")]
    [InlineData(Ds, "spec.updateStrategy.type = \"OnDelete\"", "spec.updateStrategy", "{\"type\":\"OnDelete\"}")]
    [InlineData(Ds, "", "spec.revisionHistoryLimit", "10")]
    [InlineData(Ds, "", "spec.template.spec.restartPolicy", "Always")]
    [InlineData(Sts, "", "spec.replicas", "1")]
    [InlineData(Sts, "", "spec.podManagementPolicy", "OrderedReady")]
    [InlineData(Sts, "", "spec.updateStrategy", "{\"type\":\"RollingUpdate\",\"rollingUpdate\":{\"partition\":0,\"maxUnavailable\":1}}")]
    [InlineData(Sts, "spec.updateStrategy.type = \"RollingUpdate\"", "spec.updateStrategy", "{\"type\":\"RollingUpdate\"}")]
    [InlineData(Sts, "spec.updateStrategy.type = \"OnDelete\"", "spec.updateStrategy", "{\"type\":\"OnDelete\"}")]
    [InlineData(Sts, "", "spec.revisionHistoryLimit", "10")]
    [InlineData(Sts, "", "spec.persistentVolumeClaimRetentionPolicy", "{\"whenDeleted\":\"Retain\",\"whenScaled\":\"Retain\"}")]
    [InlineData(Sts, "spec.volumeClaimTemplates = [{\"metadata\":{\"name\":\"data\"}}]", "spec.volumeClaimTemplates.0", "{\"apiVersion\":\"v1\",\"kind\":\"PersistentVolumeClaim\",\"metadata\":{\"name\":\"data\"},\"spec\":{\"volumeMode\":\"Filesystem\"},\"status\":{\"phase\":\"Pending\"}}")]
    public void Default_AbsentField_IsFilled(string kind, string change, string path, string expected) => Assert.Equal(expected, Manifest.At(Manifest.Read(kind, change), path));

    [Theory]
    [InlineData(Ds, "spec.selector = {}", "spec.selector: Invalid value: {}: empty selector is invalid for daemonset")]
    [InlineData(Ds, "spec.template.metadata.labels = {\"app\":\"y\"}", "spec.template.metadata.labels: Invalid value: {\"app\":\"y\"}: `selector` does not match template `labels`")]
    [InlineData(Ds, "spec.updateStrategy.type = \"Fast\"", "spec.updateStrategy: Unsupported value: {\"type\":\"Fast\"}: supported values: \"OnDelete\", \"RollingUpdate\"")]
    [InlineData(Ds, "spec.updateStrategy.rollingUpdate = {\"maxUnavailable\":0}", "spec.updateStrategy.rollingUpdate.maxUnavailable: Required value: cannot be 0 when maxSurge is 0")]
    [InlineData(Ds, "spec.updateStrategy.rollingUpdate = {\"maxUnavailable\":\"10%\",\"maxSurge\":1}", "spec.updateStrategy.rollingUpdate.maxSurge: Invalid value: \"1\": may not be set when maxUnavailable is non-zero")]
    [InlineData(Ds, "spec.updateStrategy.rollingUpdate = {\"maxUnavailable\":\"101%\"}", "spec.updateStrategy.rollingUpdate.maxUnavailable: Invalid value: \"101%\": must not be greater than 100%")]
    [InlineData(Ds, "spec.minReadySeconds = -1", "spec.minReadySeconds: Invalid value: -1: must be greater than or equal to 0")]
    [InlineData(Ds, "spec.template.spec.restartPolicy = \"Never\"", "spec.template.spec.restartPolicy: Unsupported value: \"Never\": supported values: \"Always\"")]
    [InlineData(Ds, "spec.template.spec.activeDeadlineSeconds = 5", "spec.template.spec.activeDeadlineSeconds: Forbidden: activeDeadlineSeconds in DaemonSet is not Supported")]
    [InlineData(Ds, "spec.template.spec.containers.0.image = ", "spec.template.spec.containers[0].image: Required value")]
    [InlineData(Sts, "metadata.name = \"a.b\"", "metadata.name: Invalid value: \"a.b\": a lowercase RFC 1123 label")]
    [InlineData(Sts, "spec.selector = ", "spec.selector: Required value")]
    [InlineData(Sts, "spec.replicas = -1", "spec.replicas: Invalid value: -1: must be greater than or equal to 0")]
    [InlineData(Sts, "spec.podManagementPolicy = \"Random\"", "spec.podManagementPolicy: Invalid value: \"Random\": must be 'OrderedReady' or 'Parallel'")]
    [InlineData(Sts, "spec.updateStrategy.type = \"Fast\"", "spec.updateStrategy: Invalid value: {\"type\":\"Fast\"}: must be 'RollingUpdate' or 'OnDelete'")]
    [InlineData(Sts, "spec.updateStrategy = {\"type\":\"OnDelete\",\"rollingUpdate\":{\"partition\":1}}", "spec.updateStrategy.rollingUpdate: Invalid value: {\"partition\":1}: only allowed for updateStrategy 'RollingUpdate'")]
    [InlineData(Sts, "spec.updateStrategy.rollingUpdate.partition = -1", "spec.updateStrategy.rollingUpdate.partition: Invalid value: -1: must be greater than or equal to 0")]
    [InlineData(Sts, "spec.updateStrategy.rollingUpdate.maxUnavailable = 0", "spec.updateStrategy.rollingUpdate.maxUnavailable: Invalid value: \"0\": cannot be 0")]
    [InlineData(Sts, "spec.persistentVolumeClaimRetentionPolicy.whenScaled = \"Keep\"", "spec.persistentVolumeClaimRetentionPolicy.whenScaled: Unsupported value: \"Keep\": supported values: \"Delete\", \"Retain\"")]
    [InlineData(Sts, "spec.ordinals.start = -1", "spec.ordinals.start: Invalid value: -1: must be greater than or equal to 0")]
    [InlineData(Sts, "spec.template.spec.restartPolicy = \"Never\"", "spec.template.spec.restartPolicy: Unsupported value: \"Never\": supported values: \"Always\"")]
    public void Validate_BrokenRule_IsTheOneError(string kind, string change, string expected) =>
        Assert.StartsWith(expected, Assert.Single(Manifest.ErrorsOfCreate(kind, change)).ToString());

    [Theory]
    [InlineData(Ds, "", "spec.selector.matchLabels = {\"app\":\"y\"}; spec.template.metadata.labels = {\"app\":\"y\"}", "spec.selector: Invalid value: {\"matchLabels\":{\"app\":\"y\"}}: field is immutable")]
    [InlineData(Sts, "", "spec.serviceName = \"other\"", "spec: Forbidden: updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden")]
    [InlineData(Sts, "", "spec.volumeClaimTemplates = [{\"metadata\":{\"name\":\"data\"}}]", "spec: Forbidden: updates to statefulset spec")]
    [InlineData(Sts, "", "spec.podManagementPolicy = \"Parallel\"", "spec: Forbidden: updates to statefulset spec")]
    public void Update_OfAFixedField_IsRefused(string kind, string before, string after, string expected) =>
        Assert.StartsWith(expected, Assert.Single(Manifest.ErrorsOfUpdate(kind, before, after)).ToString());

    [Theory]
    [InlineData("spec.replicas = 3")]
    [InlineData("spec.ordinals.start = 3")]
    [InlineData("spec.template.spec.containers.0.image = \"j:2\"")]
    [InlineData("spec.updateStrategy.rollingUpdate.partition = 2")]
    [InlineData("spec.revisionHistoryLimit = 2")]
    [InlineData("spec.minReadySeconds = 2")]
    [InlineData("spec.persistentVolumeClaimRetentionPolicy.whenDeleted = \"Delete\"")]
    public void Update_OfAStatefulSet_MayChangeThese(string change) => Assert.Empty(Manifest.ErrorsOfUpdate(Sts, "", change));

    [Theory]
    [InlineData(Ds, "status.numberReady = -1", "status.numberReady: Invalid value: -1: must be greater than or equal to 0")]
    [InlineData(Sts, "status = {\"replicas\":1,\"readyReplicas\":2}", "status.readyReplicas: Invalid value: 2: cannot be greater than status.replicas")]
    [InlineData(Sts, "status = {\"replicas\":1,\"availableReplicas\":1}", "status.availableReplicas: Invalid value: 1: cannot be greater than status.readyReplicas")]
    public void Status_BrokenRule_IsTheOneError(string kind, string change, string expected) =>
        Assert.StartsWith(expected, Assert.Single(Manifest.ErrorsOfStatus(kind, "", change)).ToString());

    [Theory]
    [InlineData("", 1, "1")]
    [InlineData("spec.minReadySeconds = 5", 2, "1")]
    [InlineData("spec.template.spec.containers.0.image = \"j:2\"", 2, "2")]
    public void Update_OfADaemonSet_CountsGenerationAndTemplate(string change, long generation, string template)
    {
        var resource = Manifest.ResourceOf(Ds);
        var (obj, old) = (Manifest.Read(Ds, change), Manifest.Read(Ds));
        resource.PrepareForCreate(old);
        resource.PrepareForUpdate(obj, old);

        Assert.Equal(generation, obj.Metadata!.Generation);
        Assert.Equal(template, obj.Metadata.Annotations!["deprecated.daemonset.template.generation"]);
    }

    [Theory]
    [InlineData(Ds, "status = {\"desiredNumberScheduled\":3,\"currentNumberScheduled\":2,\"numberReady\":1}; spec.template.spec.nodeSelector = {\"a\":\"b\"}", "ds|3|2|1|0|0|a=b|<unknown>|c|i:1|app=x")]
    [InlineData(Sts, "status = {\"readyReplicas\":2}; spec.replicas = 3", "sts|2/3|<unknown>|c|i:1")]
    public void Cells_OfAWorkload_AreKubernetes(string kind, string change, string expected) =>
        Assert.Equal(expected, string.Join('|', Manifest.ResourceOf(kind).Cells(Manifest.Read(kind, change), Manifest.Now)));
}
