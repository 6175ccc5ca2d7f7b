using Kube.Testing;

namespace Kube.Api.Resources.Tests;

/// <summary>What must hold for every declared resource, whichever it is.</summary>
public class CatalogTests
{
    private static readonly DateTime s_now = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    public static TheoryData<string> Everything() => [.. Catalog.All.Select(NameOf)];

    [Fact]
    public void Names_WithinAGroup_AreUnique()
    {
        var names = Catalog.All.SelectMany(r => (r.Names.Short ?? []).Append(r.Info.Plural).Append(r.Names.Singular ?? r.Info.Kind.ToLowerInvariant()).Distinct().Select(n => (r.Info.ApiVersion, Name: n)));

        Assert.Empty(names.GroupBy(n => n).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Find_ByPathKindAndType_IsTheSameResource(string name)
    {
        var resource = Named(name);

        Assert.Same(resource, Catalog.Find(resource.Info.Group, resource.Info.Version, resource.Info.Plural));
        Assert.Same(resource, Catalog.FindKind(resource.Info.ApiVersion, resource.Info.Kind));
        Assert.Same(resource, Catalog.For(resource.Type));
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Type_IsRegisteredForJson(string name) => Assert.NotNull(ApiJson.TypeInfo(Named(name).Type));

    [Theory]
    [MemberData(nameof(Everything))]
    public void EmptyObject_ThroughEveryStep_NeverThrows(string name)
    {
        var resource = Named(name);
        Walk(resource, "{}"u8.ToArray());
        Walk(resource, """{"metadata":{},"spec":{},"status":{}}"""u8.ToArray());
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void GoldenObject_ThroughEveryStep_NeverThrows(string name)
    {
        Assert.SkipWhen(Repository.ApiFacts is null, "shared/api-facts is not beside the repository");
        var info = Named(name).Info;
        var file = $"{(info.Group.Length == 0 ? "core" : info.Group)}.{info.Version}.{info.Kind}.json";

        var path = Path.Combine(Repository.ApiFacts, "golden", file);
        Assert.SkipUnless(File.Exists(path), "the facts have no object of this kind");
        Walk(Named(name), File.ReadAllBytes(path));
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Columns_StartOrEndWithAName_AndHaveDescriptions(string name)
    {
        var columns = Named(name).ColumnDefinitions;

        Assert.Contains(columns, c => c is { Name: "Name", Format: "name" });
        Assert.All(columns, c => Assert.NotEmpty(c.Description ?? ""));
        Assert.Equal(columns.Count, columns.Select(c => c.Name).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Default_AppliedTwice_ChangesNothing(string name)
    {
        var resource = Named(name);
        var obj = Read(resource, """{"metadata":{"name":"x","namespace":"y"},"spec":{}}"""u8.ToArray());
        resource.Default(obj);
        var once = ApiJson.Serialize(obj);
        resource.Default(obj);

        Assert.Equal(once, ApiJson.Serialize(obj));
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Update_OfNothing_KeepsTheGeneration(string name)
    {
        var resource = Named(name);
        var old = Read(resource, """{"metadata":{"name":"x","namespace":"y","uid":"u"},"spec":{}}"""u8.ToArray());
        resource.Default(old);
        resource.PrepareForCreate(old);
        var obj = (IKubeObject)ApiJson.Clone<object>(old);

        resource.PrepareForUpdate(obj, old);

        Assert.Equal(old.Metadata!.Generation, obj.Metadata!.Generation);
        Assert.Equal(ApiJson.Serialize(old), ApiJson.Serialize(obj));
    }

    private static Resource Named(string name) => Catalog.All.Single(r => NameOf(r) == name);

    private static string NameOf(Resource resource) => $"{resource.Info.ApiVersion} {resource.Info.Plural}";

    private static IKubeObject Read(Resource resource, byte[] json) => (IKubeObject)ApiJson.Deserialize(json, resource.Type);

    private static void Walk(Resource resource, byte[] json)
    {
        var (obj, old) = (Read(resource, json), Read(resource, json));
        var errors = new Machinery.Validation.FieldErrors();
        Assert.Equal(resource.ColumnDefinitions.Count, resource.Cells(obj, s_now).Length);
        resource.Validate(obj, errors);
        resource.Default(obj);
        resource.PrepareForUpdate(obj, old);
        resource.ValidateUpdate(obj, old, errors);
        resource.PrepareForStatusUpdate(obj, old);
        resource.ValidateStatusUpdate(obj, old, errors);
        resource.PrepareForCreate(obj);
        resource.Stamp(obj, null, new Writer("u", null, ["g"], new Dictionary<string, IReadOnlyList<string>>(), s_now));
        resource.Stamp(obj, old, new Writer("u", null, ["g"], new Dictionary<string, IReadOnlyList<string>>(), s_now));
        resource.Validate(obj, errors);
        Assert.Equal(resource.ColumnDefinitions.Count, resource.Cells(obj, s_now).Length);
        _ = (resource.GetScale(obj), resource.DefaultGracePeriod(obj), resource.Warnings(obj), resource.IsHeld(obj));
        if (resource.StoredAs is { } stored)
        {
            (obj.ApiVersion, obj.Kind) = (resource.Info.ApiVersion, resource.Info.Kind);
            Assert.Equal(ApiJson.Serialize(obj), ApiJson.Serialize(stored.FromStored(stored.ToStored(obj))));
        }
    }
}
