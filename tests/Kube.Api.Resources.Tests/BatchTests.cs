using Kube.Api.Batch.V1;

namespace Kube.Api.Resources.Tests;

/// <summary>Defaults, rules, selectors and columns of Jobs and CronJobs.</summary>
public class BatchTests
{
    private const string Job = "jobs.batch";
    private const string Cron = "cronjobs.batch";
    private const string Indexed = "spec.completionMode = \"Indexed\"; spec.completions = 5; ";

    [Theory]
    [InlineData(Job, "", "spec.parallelism", "1")]
    [InlineData(Job, "", "spec.completions", "1")]
    [InlineData(Job, "spec.parallelism = 3", "spec.completions", null)]
    [InlineData(Job, "spec.completions = 3", "spec.parallelism", "1")]
    [InlineData(Job, "", "spec.backoffLimit", "6")]
    [InlineData(Job, Indexed + "spec.backoffLimitPerIndex = 1", "spec.backoffLimit", "2147483647")]
    [InlineData(Job, "", "spec.completionMode", "NonIndexed")]
    [InlineData(Job, "", "spec.suspend", "false")]
    [InlineData(Job, "", "spec.manualSelector", "false")]
    [InlineData(Job, "", "spec.podReplacementPolicy", "TerminatingOrFailed")]
    [InlineData(Job, "spec.podFailurePolicy = {\"rules\":[{\"action\":\"Ignore\",\"onPodConditions\":[{\"type\":\"DisruptionTarget\"}]}]}", "spec.podReplacementPolicy", "Failed")]
    [InlineData(Job, "spec.podFailurePolicy = {\"rules\":[{\"action\":\"Ignore\",\"onPodConditions\":[{\"type\":\"DisruptionTarget\"}]}]}", "spec.podFailurePolicy.rules.0.onPodConditions.0.status", "True")]
    [InlineData(Job, "spec.template.metadata.labels = {\"a\":\"b\"}", "metadata.labels", "{\"a\":\"b\"}")]
    [InlineData(Job, "spec.template.metadata.labels = {\"a\":\"b\"}; metadata.labels = {\"c\":\"d\"}", "metadata.labels", "{\"c\":\"d\"}")]
    [InlineData(Cron, "", "spec.concurrencyPolicy", "Allow")]
    [InlineData(Cron, "", "spec.suspend", "false")]
    [InlineData(Cron, "", "spec.successfulJobsHistoryLimit", "3")]
    [InlineData(Cron, "", "spec.failedJobsHistoryLimit", "1")]
    [InlineData(Cron, "", "spec.jobTemplate.spec.completions", null)]
    [InlineData(Cron, "", "spec.jobTemplate.spec.template.spec.dnsPolicy", "ClusterFirst")]
    public void Default_AbsentField_IsFilled(string kind, string change, string path, string? expected) => Assert.Equal(expected, Manifest.At(Manifest.Read(kind, change), path));

    [Theory]
    [InlineData(Job, "spec.parallelism = -1", "spec.parallelism: Invalid value: -1: must be greater than or equal to 0")]
    [InlineData(Job, "spec.backoffLimit = -1", "spec.backoffLimit: Invalid value: -1: must be greater than or equal to 0")]
    [InlineData(Job, "spec.selector = ", "spec.selector: Required value")]
    [InlineData(Job, "spec.selector.matchLabels = {\"job-name\":\"other\"}; spec.template.metadata.labels.job-name = \"other\"; spec.manualSelector = true; metadata.name = \"A\"", "metadata.name: Invalid value: \"A\"")]
    [InlineData(Job, "spec.template.metadata.labels.job-name = ", "spec.template.metadata.labels[job-name]: Required value: must be 'j'")]
    [InlineData(Job, "spec.template.metadata.labels.job-name = \"k\"", "spec.template.metadata.labels[job-name]: Invalid value: {")]
    [InlineData(Job, "spec.selector.matchLabels = {\"a\":\"b\"}; spec.template.metadata.labels.a = \"b\"", "spec.selector: Invalid value: {\"matchLabels\":{\"a\":\"b\"}}: `selector` not auto-generated")]
    [InlineData(Job, "spec.selector.matchLabels = {\"a\":\"b\"}; spec.manualSelector = true", "spec.template.metadata.labels: Invalid value: {")]
    [InlineData(Job, "spec.template.spec.restartPolicy = \"Always\"", "spec.template.spec.restartPolicy: Required value: valid values: \"OnFailure\", \"Never\"")]
    [InlineData(Job, "spec.completionMode = \"Some\"", "spec.completionMode: Unsupported value: \"Some\": supported values: \"Indexed\", \"NonIndexed\"")]
    [InlineData(Job, "spec.completionMode = \"Indexed\"; spec.parallelism = 2", "spec.completions: Required value: when completion mode is Indexed")]
    [InlineData(Job, Indexed + "spec.parallelism = 100001", "spec.parallelism: Invalid value: 100001: must be less than or equal to 100000 when completion mode is Indexed")]
    [InlineData(Job, Indexed + "spec.maxFailedIndexes = 1", "spec.backoffLimitPerIndex: Required value: when maxFailedIndexes is specified")]
    [InlineData(Job, Indexed + "spec.backoffLimitPerIndex = 1; spec.maxFailedIndexes = 6", "spec.maxFailedIndexes: Invalid value: 6: must be less than or equal to completions")]
    [InlineData(Job, "spec.backoffLimitPerIndex = 1", "spec.backoffLimitPerIndex: Invalid value: 1: requires indexed completion mode")]
    [InlineData(Job, "spec.completionMode = \"Indexed\"; spec.completions = 100001; spec.backoffLimitPerIndex = 1", "spec.maxFailedIndexes: Required value: must be specified when completions is above 100000")]
    [InlineData(Job, "spec.managedBy = \"me\"", "spec.managedBy: Invalid value: \"me\": must be a domain-prefixed path (such as \"acme.io/foo\")")]
    [InlineData(Job, "spec.managedBy = \"A/b\"", "spec.managedBy: Invalid value: \"A\": a lowercase RFC 1123 subdomain")]
    [InlineData(Job, "spec.podReplacementPolicy = \"Never\"", "spec.podReplacementPolicy: Unsupported value: \"Never\": supported values: \"Failed\", \"TerminatingOrFailed\"")]
    [InlineData(Job, "spec.template.spec.containers.0.image = ", "spec.template.spec.containers[0].image: Required value")]
    [InlineData(Job, Indexed + "spec.manualSelector = true; metadata.name = \"a.b\"", "metadata.name: Invalid value: \"a.b\": will not able to create pod with invalid DNS label: a.b-4")]
    [InlineData(Cron, "spec.schedule = ", "spec.schedule: Required value")]
    [InlineData(Cron, "spec.schedule = \"* * * *\"", "spec.schedule: Invalid value: \"* * * *\": expected exactly 5 fields, found 4: [* * * *]")]
    [InlineData(Cron, "spec.schedule = \"TZ=UTC * * * * *\"", "spec.schedule: Invalid value: \"TZ=UTC * * * * *\": cannot use TZ or CRON_TZ in schedule, use timeZone field instead")]
    [InlineData(Cron, "spec.timeZone = \"\"", "spec.timeZone: Invalid value: \"\": timeZone must be nil or non-empty string")]
    [InlineData(Cron, "spec.timeZone = \"Mars/Olympus\"", "spec.timeZone: Invalid value: \"Mars/Olympus\": unknown time zone Mars/Olympus")]
    [InlineData(Cron, "spec.timeZone = \"../UTC\"", "spec.timeZone: Invalid value: \"../UTC\": unknown time zone ../UTC")]
    [InlineData(Cron, "spec.timeZone = \"local\"", "spec.timeZone: Invalid value: \"local\": timeZone must be an explicit time zone")]
    [InlineData(Cron, "spec.concurrencyPolicy = \"Queue\"", "spec.concurrencyPolicy: Unsupported value: \"Queue\": supported values: \"Allow\", \"Forbid\", \"Replace\"")]
    [InlineData(Cron, "spec.failedJobsHistoryLimit = -1", "spec.failedJobsHistoryLimit: Invalid value: -1: must be greater than or equal to 0")]
    [InlineData(Cron, "spec.jobTemplate.spec.selector = {}", "spec.jobTemplate.spec.selector: Invalid value: {}: `selector` will be auto-generated")]
    [InlineData(Cron, "spec.jobTemplate.spec.manualSelector = true", "spec.jobTemplate.spec.manualSelector: Unsupported value: true: supported values: \"false\", \"nil\"")]
    [InlineData(Cron, "spec.jobTemplate.spec.template.spec.restartPolicy = ", "spec.jobTemplate.spec.template.spec.restartPolicy: Required value: valid values: \"OnFailure\", \"Never\"")]
    [InlineData(Cron, "metadata.name = \"a23456789012345678901234567890123456789012345678901234\"", "metadata.name: Invalid value: \"a23456789012345678901234567890123456789012345678901234\": must be no more than 52 characters")]
    public void Validate_BrokenRule_IsTheOneError(string kind, string change, string expected) =>
        Assert.StartsWith(expected, Assert.Single(Manifest.ErrorsOfCreate(kind, change)).ToString());

    [Theory]
    [InlineData("{}", "action: Required value: valid values: [\"Count\" \"FailIndex\" \"FailJob\" \"Ignore\"]")]
    [InlineData("{\"action\":\"Count\"}", ": Invalid value: specifying one of OnExitCodes and OnPodConditions is required")]
    [InlineData("{\"action\":\"FailIndex\",\"onExitCodes\":{\"operator\":\"In\",\"values\":[1]}}", "action: Invalid value: \"FailIndex\": requires the backoffLimitPerIndex to be set")]
    [InlineData("{\"action\":\"Count\",\"onExitCodes\":{\"operator\":\"In\",\"values\":[0]}}", "onExitCodes.values[0]: Invalid value: 0: must not be 0 for the In operator")]
    [InlineData("{\"action\":\"Count\",\"onExitCodes\":{\"operator\":\"In\",\"values\":[2,1]}}", "onExitCodes.values: Invalid value: [2,1]: must be ordered")]
    [InlineData("{\"action\":\"Count\",\"onExitCodes\":{\"operator\":\"In\",\"values\":[1,1]}}", "onExitCodes.values[1]: Duplicate value: 1")]
    [InlineData("{\"action\":\"Count\",\"onExitCodes\":{\"operator\":\"In\",\"values\":[]}}", "onExitCodes.values: Invalid value: []: at least one value is required")]
    [InlineData("{\"action\":\"Count\",\"onExitCodes\":{\"operator\":\"Near\",\"values\":[1]}}", "onExitCodes.operator: Unsupported value: \"Near\": supported values: \"In\", \"NotIn\"")]
    [InlineData("{\"action\":\"Count\",\"onExitCodes\":{\"containerName\":\"x\",\"operator\":\"In\",\"values\":[1]}}", "onExitCodes.containerName: Invalid value: \"x\": must be one of the container or initContainer names in the pod template")]
    [InlineData("{\"action\":\"Count\",\"onPodConditions\":[{\"type\":\"a b\"}]}", "onPodConditions[0].type: Invalid value: \"a b\"")]
    [InlineData("{\"action\":\"Count\",\"onPodConditions\":[{\"type\":\"a\",\"status\":\"Maybe\"}]}", "onPodConditions[0].status: Unsupported value: \"Maybe\"")]
    public void PodFailurePolicy(string rule, string expected)
    {
        var errors = Manifest.ErrorsOfCreate(Job, $"spec.podFailurePolicy = {{\"rules\":[{rule}]}}");

        Assert.StartsWith("spec.podFailurePolicy.rules[0]" + (expected[0] == ':' ? "" : ".") + expected, errors[0].ToString());
    }

    [Theory]
    [InlineData("{\"rules\":[]}", ": Required value: at least one rules must be specified when the successPolicy is specified")]
    [InlineData("{\"rules\":[{}]}", "[0]: Required value: at least one of succeededCount or succeededIndexes must be specified")]
    [InlineData("{\"rules\":[{\"succeededCount\":6}]}", "[0].succeededCount: Invalid value: 6: must be less than or equal to 5 (the number of specified completions)")]
    [InlineData("{\"rules\":[{\"succeededIndexes\":\"0-2\",\"succeededCount\":4}]}", "[0].succeededCount: Invalid value: 4: must be less than or equal to 3 (the number of indexes in the specified succeededIndexes field)")]
    [InlineData("{\"rules\":[{\"succeededIndexes\":\"0-5\"}]}", "[0].succeededIndexes: Invalid value: \"0-5\": error parsing succeededIndexes: too large index: \"5\"")]
    [InlineData("{\"rules\":[{\"succeededIndexes\":\"3,1\"}]}", "[0].succeededIndexes: Invalid value: \"3,1\": error parsing succeededIndexes: non-increasing order, previous: 3, current: 1")]
    [InlineData("{\"rules\":[{\"succeededIndexes\":\"1-2-3\"}]}", "[0].succeededIndexes: Invalid value: \"1-2-3\": error parsing succeededIndexes: the fragment \"1-2-3\" violates")]
    [InlineData("{\"rules\":[{\"succeededIndexes\":\"x\"}]}", "[0].succeededIndexes: Invalid value: \"x\": error parsing succeededIndexes: cannot convert string to integer for index: \"x\"")]
    public void SuccessPolicy(string policy, string expected) =>
        Assert.StartsWith("spec.successPolicy.rules" + expected, Assert.Single(Manifest.ErrorsOfCreate(Job, $"{Indexed}spec.successPolicy = {policy}")).ToString());

    [Theory]
    [InlineData("", "spec.completions = 3", "spec.completions: Invalid value: 3: field is immutable")]
    [InlineData("", "spec.completionMode = \"Indexed\"", "spec.completionMode: Invalid value: \"Indexed\": field is immutable")]
    [InlineData("", "spec.template.spec.containers.0.image = \"j:2\"", "spec.template: Invalid value: {")]
    [InlineData("", "spec.managedBy = \"a.io/b\"", "spec.managedBy: Invalid value: \"a.io/b\": field is immutable")]
    [InlineData(Indexed, Indexed + "spec.completions = 3", "spec.completions: Invalid value: 3: can only be modified in tandem with spec.parallelism")]
    [InlineData("spec.suspend = true", "spec.template.spec.containers.0.image = \"j:2\"", "spec.template: Invalid value: {")]
    [InlineData("", "spec.template.spec.nodeSelector = {\"a\":\"b\"}", "spec.template: Invalid value: {")]
    public void Update_OfAFixedField_IsRefused(string before, string after, string expected) =>
        Assert.StartsWith(expected, Assert.Single(Manifest.ErrorsOfUpdate(Job, before, after)).ToString());

    [Theory]
    [InlineData("", "spec.parallelism = 0; spec.completions = 1")]
    [InlineData("", "spec.suspend = true")]
    [InlineData("", "spec.activeDeadlineSeconds = 5; spec.ttlSecondsAfterFinished = 1; spec.backoffLimit = 0")]
    [InlineData(Indexed, "spec.completionMode = \"Indexed\"; spec.completions = 3; spec.parallelism = 3")]
    [InlineData("spec.suspend = true", "spec.template.spec.nodeSelector = {\"a\":\"b\"}")]
    [InlineData("spec.suspend = true", "spec.template.spec.affinity = {\"nodeAffinity\":{}}")]
    public void Update_OfAJob_MayChangeThese(string before, string after) => Assert.Empty(Manifest.ErrorsOfUpdate(Job, before, after));

    [Theory]
    [InlineData("", "status.active = -1", "status.active: Invalid value: -1")]
    [InlineData("status.failed = 2", "status.failed = 1", "status.failed: Invalid value: 1: cannot decrease the failed counter")]
    [InlineData("", "status = {\"active\":1,\"ready\":2}", "status.ready: Invalid value: 2: cannot set more ready pods than active")]
    [InlineData("", "status.conditions = [{\"type\":\"Failed\",\"status\":\"True\"}]; status.startTime = \"2026-01-01T00:00:00Z\"", "status.conditions: Invalid value: cannot set Failed=True condition without the FailureTarget=true condition")]
    [InlineData("", "status.completionTime = \"2026-01-01T00:00:00Z\"", "status.completionTime: Invalid value: \"2026-01-01T00:00:00Z\": cannot set completionTime when there is no Complete=True condition")]
    [InlineData("status.startTime = \"2026-01-01T00:00:00Z\"", "status.active = 0", "status.startTime: Required value: startTime cannot be removed for unsuspended job")]
    [InlineData("", "status.uncountedTerminatedPods = {\"succeeded\":[\"a\"],\"failed\":[\"a\"]}", "status.uncountedTerminatedPods.failed[0]: Duplicate value: \"a\"")]
    [InlineData("status.conditions = [{\"type\":\"FailureTarget\",\"status\":\"True\"}]", "status.active = 0", "status.conditions: Invalid value: cannot disable the terminal FailureTarget=True condition")]
    [InlineData("", "status.failedIndexes = \"1\"", "status.failedIndexes: Invalid value: \"1\": cannot set non-null failedIndexes when backoffLimitPerIndex is null")]
    public void Status_BrokenRule_IsTheOneError(string before, string after, string expected) =>
        Assert.StartsWith(expected, Assert.Single(Manifest.ErrorsOfStatus(Job, before, after)).ToString());

    [Fact]
    public void Create_OfAJob_TiesItsPodsToItsUid()
    {
        var resource = Manifest.ResourceOf(Job);
        var job = (Job)Manifest.Read(Job, "spec.selector = ; spec.template.metadata = {\"labels\":{\"mine\":\"1\"}}");

        resource.PrepareForCreate(job);

        Assert.Equal("{\"matchLabels\":{\"batch.kubernetes.io/controller-uid\":\"u\"}}", Manifest.At(job, "spec.selector"));
        Assert.Equal(
            ["batch.kubernetes.io/controller-uid=u", "batch.kubernetes.io/job-name=j", "controller-uid=u", "job-name=j", "mine=1"],
            job.Spec!.Template!.Metadata!.Labels!.Select(l => $"{l.Key}={l.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Create_OfAJobWithManualSelector_LeavesIt()
    {
        var job = Manifest.Read(Job, "spec.manualSelector = true; spec.selector.matchLabels = {\"mine\":\"1\"}; spec.template.metadata = {\"labels\":{\"mine\":\"1\"}}");

        Manifest.ResourceOf(Job).PrepareForCreate(job);

        Assert.Equal("{\"matchLabels\":{\"mine\":\"1\"}}", Manifest.At(job, "spec.selector"));
        Assert.Equal("{\"mine\":\"1\"}", Manifest.At(job, "spec.template.metadata.labels"));
    }

    [Theory]
    [InlineData(Job, "status = {\"succeeded\":1,\"startTime\":\"2026-01-02T03:03:05Z\"}; spec.completions = 3", "j|Running|1/3|60s|<unknown>")]
    [InlineData(Job, "spec.parallelism = 2", "j|Running|0/1 of 2||<unknown>")]
    [InlineData(Job, "status.conditions = [{\"type\":\"Complete\",\"status\":\"True\"}]", "j|Complete|0/1||<unknown>")]
    [InlineData(Job, "status.conditions = [{\"type\":\"Suspended\",\"status\":\"True\"}]", "j|Suspended|0/1||<unknown>")]
    [InlineData(Cron, "", "cj|*/5 * * * *|<none>|False|0|<none>|<unknown>")]
    [InlineData(Cron, "spec.timeZone = \"UTC\"; status = {\"active\":[{}],\"lastScheduleTime\":\"2026-01-02T03:03:05Z\"}", "cj|*/5 * * * *|UTC|False|1|60s|<unknown>")]
    public void Cells_OfAJob_AreKubernetes(string kind, string change, string expected) =>
        Assert.StartsWith(expected, string.Join('|', Manifest.ResourceOf(kind).Cells(Manifest.Read(kind, change), Manifest.Now)));
}
