using Kube.Api.Core.V1;
using Kube.Machinery.Pods;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

internal sealed class PodResource : Resource<Pod>
{
    public override Names Names => new(Short: ["po"], Categories: ["all"]);

    public override IReadOnlyList<Subresource> Subresources =>
    [
        Subresource.Stream("attach", "PodAttachOptions"),
        new("binding", "Binding", "v1", ["create"]),
        new("ephemeralcontainers", Info.Kind, Info.ApiVersion, ["get", "patch", "update"]),
        new("eviction", "Eviction", "policy/v1", ["create"]),
        Subresource.Stream("exec", "PodExecOptions"),
        new("log", Info.Kind, Info.ApiVersion, ["get"]),
        Subresource.Stream("portforward", "PodPortForwardOptions"),
        Subresource.Proxy("PodProxyOptions"),
        new("resize", Info.Kind, Info.ApiVersion, ["get", "patch", "update"]),
        StatusSubresource,
    ];

    public override IReadOnlyList<SelectableField> SelectableFields { get; } =
    [
        new("spec.nodeName", Indexed: true),
        new("spec.restartPolicy"),
        new("spec.schedulerName"),
        new("spec.serviceAccountName"),
        new("spec.hostNetwork", Absent: "false"),
        new("status.phase"),
        new("status.podIP"),
        new("status.nominatedNodeName"),
    ];

    /// <inheritdoc />
    public override IReadOnlyList<string> Warnings(IKubeObject obj) => PodWarnings.Of(((Pod)obj).Spec, FieldPath.Of("spec"));

    protected override bool HasGeneration => true;

    protected override IReadOnlyList<Column<Pod>> Columns => PodColumns.All;

    /// <summary>
    /// The pod's own terminationGracePeriodSeconds, because containers need time to stop; none (0) where nothing can be running:
    /// a pod on no node, or one whose containers have all ended.
    /// </summary>
    public override bool ReturnsDeletedObject => true;

    public override long? DefaultGracePeriod(IKubeObject obj)
    {
        var pod = (Pod)obj;
        return string.IsNullOrEmpty(pod.Spec?.NodeName) || pod.Status?.Phase is PodPhase.Failed or PodPhase.Succeeded
            ? 0
            : pod.Spec.TerminationGracePeriodSeconds ?? 30;
    }

    protected override void Default(Pod obj) => PodDefaults.Apply(obj);

    protected override void PrepareForCreate(Pod obj)
    {
        obj.Status = new PodStatus { Phase = PodPhase.Pending, QosClass = PodQos.ClassOf(obj.Spec) };
        if (obj.Spec?.SchedulingGates is { Count: > 0 })
        {
            obj.Status.Conditions = [new PodCondition
            {
                Type = PodConditionType.PodScheduled,
                Status = ConditionStatus.False,
                Reason = "SchedulingGated",
                Message = "Scheduling is blocked due to non-empty scheduling gates",
            }];
        }
    }

    protected override void PrepareForUpdate(Pod obj, Pod old) => obj.Status = old.Status;

    protected override void Validate(Pod obj, FieldErrors errors) => PodValidation.Check(obj, errors);

    protected override void ValidateCreate(Pod obj, FieldErrors errors) => PodValidation.CheckCreate(obj, errors);

    protected override void ValidateUpdate(Pod obj, Pod old, FieldErrors errors) => PodValidation.CheckUpdate(obj, old, errors);

    protected override bool WantedStateChanged(Pod obj, Pod old) => !SameOnTheWire(obj.Spec, old.Spec);

    protected override void PrepareForStatusUpdate(Pod obj, Pod old)
    {
        obj.Spec = old.Spec;
        if (obj.Status is { } status)
        {
            status.QosClass = old.Status?.QosClass;
        }

        obj.Metadata!.OwnerReferences = old.Metadata?.OwnerReferences;
    }

    /// <inheritdoc />
    public override void PrepareForPartUpdate(string part, IKubeObject obj, IKubeObject old)
    {
        var (pod, before) = ((Pod)obj, (Pod)old);
        if (part == PodResize.Name)
        {
            PodResize.Prepare(pod, before);
        }
        else
        {
            EphemeralContainers.Prepare(pod, before);
        }

        pod.Metadata!.Generation = (before.Metadata?.Generation ?? 0) + (SameOnTheWire(pod.Spec, before.Spec) ? 0 : 1);
    }

    /// <inheritdoc />
    public override void ValidatePartUpdate(string part, IKubeObject obj, IKubeObject old, FieldErrors errors)
    {
        MetadataValidation.CheckUpdate(obj, old, Info, NameError, errors);
        if (part == PodResize.Name)
        {
            PodResize.Check((Pod)obj, (Pod)old, errors);
        }
        else
        {
            EphemeralContainers.Check((Pod)obj, (Pod)old, errors);
        }
    }
}
