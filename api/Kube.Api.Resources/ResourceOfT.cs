using Kube.Api.Autoscaling.V1;
using Kube.Api.Meta.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources;

/// <summary>The declaration of one kind: data as overridden properties, behaviour as overridden methods whose base does what Kubernetes normally does.</summary>
public abstract class Resource<T> : Resource
    where T : class, IResource<T>
{
    private IReadOnlyList<TableColumnDefinition>? _definitions;

    /// <inheritdoc />
    public sealed override ResourceInfo Info => T.Info;

    /// <inheritdoc />
    public sealed override Type Type => typeof(T);

    /// <summary>The printed columns; NAME and AGE unless a kind has more to say.</summary>
    protected virtual IReadOnlyList<Column<T>> Columns => [NameColumn, AgeColumn];

    /// <summary>Access to the replica counts, for kinds with a <c>scale</c> subresource.</summary>
    protected virtual ScaleAccess<T>? Scale => null;

    /// <summary>True for kinds whose <c>metadata.generation</c> counts changes of the wanted state.</summary>
    protected virtual bool HasGeneration => false;

    /// <summary>Whether an update raises the generation; called after <see cref="PrepareForUpdate(T, T)"/> and only with <see cref="HasGeneration"/>.</summary>
    protected virtual bool WantedStateChanged(T obj, T old) => false;

    /// <summary>The NAME column.</summary>
    protected static Column<T> NameColumn { get; } = new("Name", "string", (o, _) => o.Metadata?.Name, Format: "name", Description: "Name of the object, unique within its namespace.");

    /// <summary>The AGE column.</summary>
    protected static Column<T> AgeColumn { get; } = new("Age", "string", (o, now) => Ages.Since(o.Metadata?.CreationTimestamp, now), Description: "Time since the object was created.");

    /// <summary>The CREATED AT column, which kinds without columns of their own have in Kubernetes.</summary>
    protected static Column<T> CreatedAtColumn { get; } = new("Created At", "date", (o, _) => o.Metadata?.CreationTimestamp?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture), Description: "When the object was created.");

    /// <summary>The <c>status</c> subresource.</summary>
    protected static Subresource StatusSubresource => new("status", T.Info.Kind, T.Info.ApiVersion, ["get", "patch", "update"]);

    /// <summary>The <c>scale</c> subresource.</summary>
    protected static Subresource ScaleSubresource => new("scale", "Scale", "autoscaling/v1", ["get", "patch", "update"]);

    /// <inheritdoc cref="Resource.Default" />
    protected virtual void Default(T obj)
    {
    }

    /// <inheritdoc cref="Resource.PrepareForCreate" />
    protected virtual void PrepareForCreate(T obj)
    {
    }

    /// <inheritdoc cref="Resource.PrepareForUpdate" />
    protected virtual void PrepareForUpdate(T obj, T old)
    {
    }

    /// <inheritdoc cref="Resource.PrepareForStatusUpdate" />
    protected virtual void PrepareForStatusUpdate(T obj, T old)
    {
    }

    /// <summary>Field errors of the kind's own fields; metadata is checked by the base. Runs for creates and for updates.</summary>
    protected virtual void Validate(T obj, FieldErrors errors)
    {
    }

    /// <summary>Field errors that only a create can make.</summary>
    protected virtual void ValidateCreate(T obj, FieldErrors errors)
    {
    }

    /// <summary>Field errors that only an update can make: immutable fields. <see cref="Validate(T, FieldErrors)"/> runs too.</summary>
    protected virtual void ValidateUpdate(T obj, T old, FieldErrors errors)
    {
    }

    /// <inheritdoc cref="Resource.ValidateStatusUpdate" />
    protected virtual void ValidateStatusUpdate(T obj, T old, FieldErrors errors)
    {
    }

    /// <summary>Checks metadata.name; DNS subdomain unless a kind is stricter.</summary>
    protected virtual string? NameError(string name) => ObjectNames.DnsSubdomainError(name);

    /// <inheritdoc />
    public sealed override void Default(IKubeObject obj) => Default((T)obj);

    /// <inheritdoc />
    public sealed override void PrepareForCreate(IKubeObject obj)
    {
        obj.Metadata ??= new ObjectMeta();
        obj.Metadata.Generation = HasGeneration ? 1 : null;
        PrepareForCreate((T)obj);
    }

    /// <inheritdoc />
    public sealed override void PrepareForUpdate(IKubeObject obj, IKubeObject old)
    {
        obj.Metadata ??= new ObjectMeta();
        obj.Metadata.Generation = old.Metadata?.Generation;
        PrepareForUpdate((T)obj, (T)old);
        if (HasGeneration && WantedStateChanged((T)obj, (T)old))
        {
            obj.Metadata.Generation = (old.Metadata?.Generation ?? 0) + 1;
        }
    }

    /// <inheritdoc />
    public sealed override void PrepareForStatusUpdate(IKubeObject obj, IKubeObject old)
    {
        obj.Metadata ??= new ObjectMeta();
        obj.Metadata.Generation = old.Metadata?.Generation;
        PrepareForStatusUpdate((T)obj, (T)old);
    }

    /// <inheritdoc />
    public sealed override void Validate(IKubeObject obj, FieldErrors errors)
    {
        if (IsStored)
        {
            MetadataValidation.Check(obj, Info, NameError, errors);
        }

        Validate((T)obj, errors);
        ValidateCreate((T)obj, errors);
    }

    /// <inheritdoc />
    public sealed override void ValidateUpdate(IKubeObject obj, IKubeObject old, FieldErrors errors)
    {
        MetadataValidation.CheckUpdate(obj, old, Info, NameError, errors);
        Validate((T)obj, errors);
        ValidateUpdate((T)obj, (T)old, errors);
    }

    /// <inheritdoc />
    public sealed override void ValidateStatusUpdate(IKubeObject obj, IKubeObject old, FieldErrors errors)
    {
        MetadataValidation.CheckUpdate(obj, old, Info, NameError, errors);
        ValidateStatusUpdate((T)obj, (T)old, errors);
    }

    /// <inheritdoc />
    public sealed override IReadOnlyList<TableColumnDefinition> ColumnDefinitions => _definitions ??= [.. Columns.Select(c => new TableColumnDefinition
    {
        Name = c.Name,
        Type = c.Type,
        Format = c.Format,
        Description = c.Description,
        Priority = c.Priority,
    })];

    /// <inheritdoc />
    public sealed override object?[] Cells(IKubeObject obj, DateTime now) => [.. Columns.Select(c => c.Cell((T)obj, now))];

    /// <inheritdoc />
    public sealed override Scale? GetScale(IKubeObject obj)
    {
        if (Scale is not { } access)
        {
            return null;
        }

        var typed = (T)obj;
        return new Scale
        {
            ApiVersion = "autoscaling/v1",
            Kind = "Scale",
            Metadata = new ObjectMeta
            {
                Name = obj.Metadata?.Name,
                Namespace = obj.Metadata?.Namespace,
                Uid = obj.Metadata?.Uid,
                ResourceVersion = obj.Metadata?.ResourceVersion,
                CreationTimestamp = obj.Metadata?.CreationTimestamp,
            },
            Spec = new ScaleSpec { Replicas = access.GetReplicas(typed) },
            Status = new ScaleStatus { Replicas = access.GetStatusReplicas(typed), Selector = access.GetSelector(typed) },
        };
    }

    /// <inheritdoc />
    public sealed override void SetReplicas(IKubeObject obj, int replicas)
    {
        if (Scale is not { } access)
        {
            throw new InvalidOperationException($"{Info.GroupResource} has no scale");
        }

        access.SetReplicas((T)obj, replicas);
    }

    /// <summary>True when two values are the same on the wire; for deciding whether the wanted state changed.</summary>
    protected static bool SameOnTheWire<TValue>(TValue? left, TValue? right) where TValue : class => Wire.Same(left, right);
}
