using Kube.Api.Storage.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Storage;

internal sealed class CSIDriverResource : Resource<CSIDriver>
{
    private const int MaximumName = 63;
    private const string Unset = "<unset>";

    public override bool AllowUnconditionalUpdate => false;

    /// <summary>The generation counts changes of a driver that was there before: it is absent until the first.</summary>
    protected override bool HasGeneration => true;

    protected override IReadOnlyList<Column<CSIDriver>> Columns { get; } =
    [
        NameColumn,
        new("AttachRequired", "boolean", (d, _) => d.Spec?.AttachRequired ?? true, Description: "Whether volumes are attached before they are mounted."),
        new("PodInfoOnMount", "boolean", (d, _) => d.Spec?.PodInfoOnMount ?? false, Description: "Whether it is told which pod a volume is mounted for."),
        new("StorageCapacity", "boolean", (d, _) => d.Spec?.StorageCapacity ?? false, Description: "Whether pods are placed by its published capacity."),
        new("TokenRequests", "string", (d, _) => d.Spec?.TokenRequests is { } requests ? string.Join(",", requests.Select(r => r.Audience)) : Unset, Description: "Audiences of the tokens that it wants."),
        new("RequiresRepublish", "boolean", (d, _) => d.Spec?.RequiresRepublish ?? false, Description: "Whether mounted volumes are mounted again from time to time."),
        new("Modes", "string", (d, _) => CellText.Joined(d.Spec?.VolumeLifecycleModes), Description: "Persistent, Ephemeral or both."),
        AgeColumn,
    ];

    protected override void Default(CSIDriver obj)
    {
        var spec = obj.Spec ??= new CSIDriverSpec();
        spec.AttachRequired ??= true;
        spec.PodInfoOnMount ??= false;
        spec.StorageCapacity ??= false;
        spec.FsGroupPolicy ??= FSGroupPolicy.ReadWriteOnceWithFSType;
        spec.VolumeLifecycleModes = spec.VolumeLifecycleModes is { Count: > 0 } modes ? modes : [VolumeLifecycleMode.Persistent];
        spec.RequiresRepublish ??= false;
        spec.SeLinuxMount ??= false;
    }

    protected override void PrepareForCreate(CSIDriver obj) => obj.Metadata!.Generation = null;

    protected override bool WantedStateChanged(CSIDriver obj, CSIDriver old) => !SameOnTheWire(obj.Spec, old.Spec);

    /// <summary>The name of the driver, in which capital letters are allowed.</summary>
    protected override string? NameError(string name) => name.Length > MaximumName ? $"must be no more than {MaximumName} bytes" : ObjectNames.DnsSubdomainError(name.ToLowerInvariant());

    protected override void Validate(CSIDriver obj, FieldErrors errors) => CSIDriverValidation.Check(obj.Spec ?? new CSIDriverSpec(), errors);

    protected override void ValidateUpdate(CSIDriver obj, CSIDriver old, FieldErrors errors) => CSIDriverValidation.CheckUpdate(obj, old, errors);
}
