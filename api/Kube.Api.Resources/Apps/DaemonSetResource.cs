using System.Globalization;
using Kube.Api.Apps.V1;
using Kube.Api.Core.V1;
using Kube.Api.Resources.Core;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Apps;

internal sealed class DaemonSetResource : Resource<DaemonSet>
{
    /// <summary>Counts the versions of the template. Nobody needs it any more, but clients still find it on every DaemonSet.</summary>
    private const string TemplateGeneration = "deprecated.daemonset.template.generation";

    public override Names Names => new(Short: ["ds"], Categories: ["all"]);

    public override IReadOnlyList<Subresource> Subresources => [StatusSubresource];

    /// <inheritdoc />
    public override PodTemplateSpec? PodTemplateOf(IKubeObject obj) => ((DaemonSet)obj).Spec?.Template;

    public override IReadOnlyList<string> Warnings(IKubeObject obj) =>
        PodWarnings.Of(((DaemonSet)obj).Spec?.Template?.Spec, FieldPath.Of("spec", "template", "spec"));

    protected override bool HasGeneration => true;

    protected override IReadOnlyList<Column<DaemonSet>> Columns { get; } =
    [
        NameColumn,
        new("Desired", "integer", (d, _) => d.Status?.DesiredNumberScheduled ?? 0, Description: "Nodes that should run a pod."),
        new("Current", "integer", (d, _) => d.Status?.CurrentNumberScheduled ?? 0, Description: "Nodes that should run a pod and have one."),
        new("Ready", "integer", (d, _) => d.Status?.NumberReady ?? 0, Description: "Nodes with a ready pod."),
        new("Up-to-date", "integer", (d, _) => d.Status?.UpdatedNumberScheduled ?? 0, Description: "Nodes whose pod is of the current template."),
        new("Available", "integer", (d, _) => d.Status?.NumberAvailable ?? 0, Description: "Nodes whose pod has been ready for minReadySeconds."),
        new("Node Selector", "string", (d, _) => CellText.Labels(d.Spec?.Template?.Spec?.NodeSelector), Description: "Labels a node must have to get a pod."),
        AgeColumn,
        new("Containers", "string", (d, _) => CellText.Containers(d.Spec?.Template), 1, Description: "Names of the containers."),
        new("Images", "string", (d, _) => CellText.Images(d.Spec?.Template), 1, Description: "Images of the containers."),
        new("Selector", "string", (d, _) => CellText.Selector(d.Spec?.Selector), 1, Description: "Labels of its pods."),
    ];

    protected override void Default(DaemonSet obj) => DaemonSetDefaults.Apply(obj);

    protected override void PrepareForCreate(DaemonSet obj)
    {
        obj.Status = new DaemonSetStatus { CurrentNumberScheduled = 0, NumberMisscheduled = 0, DesiredNumberScheduled = 0, NumberReady = 0 };
        Number(obj, Math.Max(NumberOf(obj), 1));
    }

    protected override void PrepareForUpdate(DaemonSet obj, DaemonSet old)
    {
        obj.Status = old.Status;
        Number(obj, NumberOf(old) + (SameOnTheWire(obj.Spec?.Template, old.Spec?.Template) ? 0 : 1));
    }

    protected override bool WantedStateChanged(DaemonSet obj, DaemonSet old) => !SameOnTheWire(obj.Spec, old.Spec);

    protected override void PrepareForStatusUpdate(DaemonSet obj, DaemonSet old) => obj.Spec = old.Spec;

    protected override void Validate(DaemonSet obj, FieldErrors errors) => DaemonSetValidation.Check(obj, errors);

    protected override void ValidateUpdate(DaemonSet obj, DaemonSet old, FieldErrors errors) =>
        WorkloadValidation.CheckSelectorUnchanged(obj.Spec?.Selector, old.Spec?.Selector, errors);

    protected override void ValidateStatusUpdate(DaemonSet obj, DaemonSet old, FieldErrors errors) => DaemonSetValidation.CheckStatus(obj, old, errors);

    private static long NumberOf(DaemonSet set) =>
        long.TryParse(set.Metadata?.Annotations?.GetValueOrDefault(TemplateGeneration), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static void Number(DaemonSet set, long number) =>
        (set.Metadata!.Annotations ??= [])[TemplateGeneration] = number.ToString(CultureInfo.InvariantCulture);
}
