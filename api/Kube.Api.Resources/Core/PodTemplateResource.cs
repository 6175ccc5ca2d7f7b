using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

internal sealed class PodTemplateResource : Resource<PodTemplate>
{
    public override bool ReturnsDeletedObject => true;

    /// <inheritdoc />
    public override IReadOnlyList<string> Warnings(IKubeObject obj) => PodWarnings.Of(((PodTemplate)obj).Template?.Spec, FieldPath.Of("template", "spec"));

    /// <inheritdoc />
    public override PodTemplateSpec? PodTemplateOf(IKubeObject obj) => ((PodTemplate)obj).Template;

    protected override bool HasGeneration => true;

    protected override IReadOnlyList<Column<PodTemplate>> Columns { get; } =
    [
        NameColumn,
        new("Containers", "string", (t, _) => CellText.Containers(t.Template), Description: "Names of the containers."),
        new("Images", "string", (t, _) => CellText.Images(t.Template), Description: "Images of the containers."),
        new("Pod Labels", "string", (t, _) => CellText.Labels(t.Template?.Metadata?.Labels), Description: "Labels of its pods."),
    ];

    protected override void Default(PodTemplate obj) => obj.Template = PodDefaults.Apply(obj.Template);

    protected override bool WantedStateChanged(PodTemplate obj, PodTemplate old) => !SameOnTheWire(obj.Template, old.Template);

    protected override void Validate(PodTemplate obj, FieldErrors errors) => PodSpecValidation.CheckTemplate(obj.Template, FieldPath.Of("template"), errors);
}
