using Kube.Testing;

namespace Kube.Architecture.Tests;

/// <summary>The rules of the house, asked of this repository.</summary>
public class HouseTests
{
    private static readonly IReadOnlyList<ProjectFile> s_projects = [.. SourceFile.All(".csproj").Select(ProjectFile.Read)];
    private static readonly IReadOnlyList<SourceFile> s_code = SourceFile.All(".cs");

    [Fact]
    public void Projects_References_PointInOneDirection() => Assert.Empty(Rules.Directions(s_projects));

    [Fact]
    public void Processes_ReferenceNoProcess()
    {
        Assert.True(s_projects.Count(p => p.IsProcess && !p.IsTest) >= 5);
        Assert.Empty(Rules.ProcessesReferenceNoProcess(s_projects));
    }

    [Fact]
    public void Etcd_IsKnownToStorageOnly()
    {
        Assert.Equal(["Kube.Storage"], s_projects.Where(p => !p.IsTest && p.References.Contains("Kube.Etcd")).Select(p => p.Name));
        Assert.Empty(Rules.OnlyIn(s_code, "using Kube.Etcd", "src/Kube.Etcd/", "src/Kube.Storage/", "tests/"));
    }

    [Fact]
    public void Docker_IsKnownToOneFolderOnly() =>
        Assert.Empty(Rules.OnlyIn(s_code, "docker" + ".sock", "kubelet/Kube.Kubelet/Docker/", "tests/"));

    [Fact]
    public void Json_OptionsAreMadeInOnePlace() => Assert.Empty(
        Rules.OnlyIn(s_code.Where(f => !f.Path.StartsWith("tests/", StringComparison.Ordinal)), "new JsonSerializerOptions", "api/Kube.Api/ApiJson.cs", "kubelet/Kube.Kubelet/Docker/", "src/Kube.Machinery/Validation/FieldErrors.cs"));

    [Fact]
    public void Files_AreShort() => Assert.Empty(Rules.FilesAreShort(s_code));

    [Fact]
    public void Names_SaySomething() => Assert.Empty(Rules.NamesSaySomething(s_code));

    [Fact]
    public void ApiTypes_HaveSummaries() =>
        Assert.Empty(Rules.PublicTypesHaveSummaries(s_code.Where(f => f.Path.StartsWith("api/Kube.Api/", StringComparison.Ordinal))));

    [Fact]
    public void Readme_MapNamesEveryProject() => Assert.Empty(Rules.MapNames(File.ReadAllText(Path.Combine(Repository.Root, "README.md")), s_projects));

    [Fact]
    public void Solution_HasEveryProject() => Assert.Empty(Rules.SolutionHas(File.ReadAllText(Path.Combine(Repository.Root, "Kube.sln")), s_projects));

    [Fact]
    public void Nothing_IsLeftForLater() =>
        Assert.Empty(Rules.NothingLeftForLater(SourceFile.All(".cs", ".csproj", ".props", ".md", ".yaml", ".sh", ".proto")));

    [Fact]
    public void Projects_HaveTests() => Assert.Empty(Rules.TestsMirrorProjects(s_projects));

    [Fact]
    public void Packages_HaveTheirVersionsInOnePlace() => Assert.Empty(s_projects.SelectMany(p => p.VersionedPackages.Select(v => $"{p.Name}: {v}")));
}
