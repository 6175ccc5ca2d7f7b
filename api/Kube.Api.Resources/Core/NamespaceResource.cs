using Kube.Api.Core.V1;

namespace Kube.Api.Resources.Core;

internal sealed class NamespaceResource : Resource<Namespace>
{
    private const string NameLabel = "kubernetes.io/metadata.name";

    public override Names Names => new(Short: ["ns"]);

    public override IReadOnlyList<string> Verbs => ["create", "delete", "get", "list", "patch", "update", "watch"];

    public override IReadOnlyList<Subresource> Subresources => [new("finalize", Info.Kind, Info.ApiVersion, ["update"]), StatusSubresource];

    public override IReadOnlyList<SelectableField> SelectableFields { get; } = [new("status.phase")];

    protected override IReadOnlyList<Column<Namespace>> Columns { get; } =
    [
        NameColumn,
        new("Status", "string", (n, _) => n.Status?.Phase, Description: "Active or Terminating."),
        AgeColumn,
    ];

    protected override string? NameError(string name) => ObjectNames.DnsLabelError(name);

    /// <summary>The label by which namespace selectors find a namespace by its name; a generated name gets it when the name is known.</summary>
    protected override void Default(Namespace obj)
    {
        if (obj.Metadata is { Name: { Length: > 0 } name } meta)
        {
            (meta.Labels ??= [])[NameLabel] = name;
        }
    }

    /// <summary>A namespace waits for its contents too: the controller that empties it takes the finalizer out of the spec.</summary>
    public override bool IsHeld(IKubeObject obj) => base.IsHeld(obj) || ((Namespace)obj).Spec?.Finalizers is { Count: > 0 };

    /// <inheritdoc />
    public override bool PrepareForDelete(IKubeObject obj)
    {
        var status = ((Namespace)obj).Status ??= new NamespaceStatus();
        var changed = status.Phase != NamespacePhase.Terminating;
        status.Phase = NamespacePhase.Terminating;
        return changed;
    }

    /// <summary>A namespace is born Active and with the finalizer whose removal, after its contents are gone, lets it go.</summary>
    protected override void PrepareForCreate(Namespace obj)
    {
        obj.Status = new NamespaceStatus { Phase = NamespacePhase.Active };
        obj.Spec ??= new NamespaceSpec();
        obj.Spec.Finalizers ??= [];
        if (!obj.Spec.Finalizers.Contains(FinalizerName.Kubernetes))
        {
            obj.Spec.Finalizers.Add(FinalizerName.Kubernetes);
        }
    }

    protected override void PrepareForUpdate(Namespace obj, Namespace old)
    {
        obj.Spec = old.Spec;
        obj.Status = old.Status;
    }

    protected override void PrepareForStatusUpdate(Namespace obj, Namespace old) => obj.Spec = old.Spec;
}
