using System.Xml.Linq;

namespace Kube.Architecture.Tests;

/// <summary>What a project file says about its place in the house.</summary>
public sealed record ProjectFile(string Name, string Folder, bool IsProcess, IReadOnlyList<string> References, IReadOnlyList<string> VersionedPackages)
{
    /// <summary>True for tests and what only tests use.</summary>
    public bool IsTest => Folder.StartsWith("tests/", StringComparison.Ordinal);

    /// <summary>Reads a project file.</summary>
    public static ProjectFile Read(SourceFile file)
    {
        var xml = XDocument.Parse(file.Text);
        return new ProjectFile(
            Path.GetFileNameWithoutExtension(file.Path),
            Path.GetDirectoryName(file.Path)!.Replace('\\', '/'),
            xml.Descendants("OutputType").Any(e => e.Value == "Exe"),
            [.. xml.Descendants("ProjectReference").Select(e => Path.GetFileNameWithoutExtension(e.Attribute("Include")!.Value.Replace('\\', '/')))],
            [.. xml.Descendants("PackageReference").Where(e => e.Attribute("Version") is not null).Select(e => e.Attribute("Include")!.Value)]);
    }
}
